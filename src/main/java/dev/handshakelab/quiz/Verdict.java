package dev.handshakelab.quiz;

/** What becomes of a segment that arrives, in the order of the checks of RFC 9293, 3.10.7.4. */
public enum Verdict {
    /** There is no connection to take it. */
    NO_CONNECTION,
    /** PAWS: its timestamp is older than one already seen (RFC 7323, 5.3). */
    OLD_TIMESTAMP,
    /** No number of it lies in the receive window. */
    OUTSIDE_WINDOW,
    /** A reset in the window whose number is not exactly RCV.NXT. */
    RESET_NOT_EXACT,
    /** A SYN inside a connection that both sides know. */
    SYN_INSIDE,
    /** The ACK bit is off. */
    NO_ACK_BIT,
    /** It acknowledges what was never sent, or what lies too far back. */
    ACK_OUT_OF_RANGE,
    /** In the window, but not the next: kept until the gap is filled. */
    KEPT_FOR_LATER,
    /** It passes all checks and counts at once. */
    TAKEN
}
