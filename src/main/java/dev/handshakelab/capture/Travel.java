package dev.handshakelab.capture;

/** Which way a packet went at the host that captured it. */
public enum Travel {
    /** The host received it. */
    IN,
    /** The host sent it. */
    OUT,
    /** It went over a loopback device: the host sent and received it. */
    BOTH,
    /** Nothing says it. */
    UNKNOWN
}
