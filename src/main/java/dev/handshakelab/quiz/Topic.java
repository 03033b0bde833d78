package dev.handshakelab.quiz;

/** What a question asks. */
public enum Topic {
    /** In which state is the host afterwards? */
    NEXT_STATE,
    /** Which acknowledgment number does the answer carry? */
    ACK_NUMBER,
    /** What does the host send? */
    SENDS,
    /** Which timers of the host run afterwards? */
    TIMERS,
    /** Is the segment taken, and if not: which check decides? */
    ACCEPTANCE,
    /** Who passes TIME-WAIT? */
    TIME_WAIT,
    /** How long does the retransmission timer wait next? */
    RTO,
    /** What is the application told? */
    NEWS,
    /** What does the call return? */
    RETURNS
}
