package dev.handshakelab.quiz;

/** What an application can be told without asking. */
public enum News {
    NOTHING,
    /** The connection is open. */
    CONNECTED,
    /** Data can be read. */
    DATA,
    /** The peer will send no more. */
    END_OF_STREAM,
    /** The connection ended because of a reset. */
    RESET,
    /** The connection never came to be: the peer refused it. */
    REFUSED,
    /** The connection ended because nobody answered. */
    TIMED_OUT,
    /** Both sides have finished and everything was acknowledged. */
    CLOSED
}
