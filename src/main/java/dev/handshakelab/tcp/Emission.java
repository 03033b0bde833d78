package dev.handshakelab.tcp;

/**
 * A segment that a transition sends.
 *
 * @param segment what is sent
 * @param purpose why
 * @param rule the rule that sent it
 */
public record Emission(Segment segment, Purpose purpose, Rule rule) {
    /** Why a segment is sent. */
    public enum Purpose {
        /** SYN, FIN or data for the first time. */
        FIRST,
        /** SYN, FIN or data again, after a timeout. */
        RETRANSMISSION,
        /** Nothing but an acknowledgment. */
        ACKNOWLEDGMENT,
        /** An acknowledgment that asks the peer to prove itself (RFC 5961). */
        CHALLENGE,
        /** A reset. */
        RESET,
        /** A probe of a closed window. */
        WINDOW_PROBE,
        /** A keep-alive probe. */
        KEEPALIVE,
        /** An acknowledgment that says the window has opened. */
        WINDOW_UPDATE
    }
}
