package dev.handshakelab.capture;

/** Where a capture was made, seen from one conversation. */
public enum CapturePlace {
    AT_A,
    AT_B,
    /** Both are the same host. */
    AT_BOTH,
    /** On the way, near none of them. */
    BETWEEN
}
