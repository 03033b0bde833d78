package dev.handshakelab.wire;

import dev.handshakelab.tcp.TcpSocket;
import java.net.InetAddress;

/**
 * The addresses of a packet as octets: both 4 (IPv4) or both 16 (IPv6).
 *
 * @param source whose packet it is
 * @param destination who is to get it
 */
record Addresses(byte[] source, byte[] destination) {
    private static final int IPV6_OCTETS = 16;

    Addresses {
        if (source.length != destination.length) {
            throw new IllegalArgumentException("an IPv4 and an IPv6 address in one packet");
        }
    }

    /**
     * Reads the addresses of two sockets; never asks a name server.
     *
     * @throws IllegalArgumentException if an address is not an IP literal, or the two differ in
     *     version
     */
    static Addresses of(TcpSocket source, TcpSocket destination) {
        return new Addresses(
                InetAddress.ofLiteral(source.address()).getAddress(),
                InetAddress.ofLiteral(destination.address()).getAddress());
    }

    boolean isIpv6() {
        return source.length == IPV6_OCTETS;
    }
}
