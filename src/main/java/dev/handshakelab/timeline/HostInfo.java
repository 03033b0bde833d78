package dev.handshakelab.timeline;

import dev.handshakelab.tcp.TcpSocket;

/**
 * Who a host is.
 *
 * @param role what it plays in the story
 * @param socket its address and port
 */
public record HostInfo(Role role, TcpSocket socket) {
    /** What a host plays in the story. */
    public enum Role {
        CLIENT,
        SERVER,
        /** Neither: both are equal. */
        PEER
    }
}
