package dev.handshakelab.quiz;

import dev.handshakelab.tcp.Segment;

/** The kinds of segments that a question tells apart. */
public enum Sent {
    NOTHING,
    /** An acknowledgment and nothing else. */
    ACK,
    SYN,
    SYN_ACK,
    /** Data, without SYN and FIN; its ACK bit does not count. */
    DATA,
    /** A FIN, with or without data; its ACK bit does not count. */
    FIN,
    /** A reset, with or without the ACK bit. */
    RST;

    /** The kind of a segment. */
    public static Sent of(Segment segment) {
        if (segment.flags().rst()) {
            return RST;
        }
        if (segment.flags().syn()) {
            return segment.flags().ack() ? SYN_ACK : SYN;
        }
        if (segment.flags().fin()) {
            return FIN;
        }
        return segment.text().isEmpty() ? ACK : DATA;
    }
}
