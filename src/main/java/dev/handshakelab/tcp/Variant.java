package dev.handshakelab.tcp;

/**
 * Counterfactuals: the same machine with one named rule replaced. None of them is TCP, and every
 * view says so.
 */
public enum Variant {
    /** LISTEN goes to ESTABLISHED on a SYN; the SYN,ACK counts as acknowledged. */
    TWO_WAY_HANDSHAKE,
    /** Where TIME-WAIT would begin the connection is deleted. */
    NO_TIME_WAIT,
    /** Step 1 is skipped: text, FIN and RST are taken whenever they come. */
    NO_SEQUENCE_CHECK,
    /** Every connection begins at number 0. */
    ISN_ZERO,
    /** A RST anywhere in the window kills (before RFC 5961). */
    RST_IN_WINDOW
}
