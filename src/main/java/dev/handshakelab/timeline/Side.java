package dev.handshakelab.timeline;

/** One of the two hosts: A stands left, B right. */
public enum Side {
    A,
    B;

    public Side other() {
        return this == A ? B : A;
    }
}
