package dev.handshakelab.coach;

/** What a step does to a timer; a timer that goes on as it was has no move. */
public enum TimerMove {
    /** It starts, or starts anew. */
    STARTS,
    /** It is stopped before it fires. */
    STOPS
}
