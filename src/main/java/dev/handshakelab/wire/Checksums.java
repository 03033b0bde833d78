package dev.handshakelab.wire;

import dev.handshakelab.tcp.TcpSocket;

/** The checksum of TCP and IPv4: the ones' complement sum of 16-bit words (RFC 1071). */
public final class Checksums {
    /** The protocol number of TCP in an IP header. */
    static final int PROTOCOL_TCP = 6;

    private Checksums() {}

    /**
     * Whether the checksum of a segment fits its octets and its pseudo-header (RFC 9293, 3.1; for
     * IPv6: RFC 8200, 8.1).
     *
     * @param tcp header, options and data
     * @throws IllegalArgumentException if an address is not an IP literal, or the two differ in
     *     version
     */
    public static boolean isValid(byte[] tcp, TcpSocket source, TcpSocket destination) {
        return isValid(tcp, Addresses.of(source, destination));
    }

    static boolean isValid(byte[] tcp, Addresses addresses) {
        return fold(pseudoHeader(addresses, tcp.length) + sum(tcp, 0, tcp.length)) == 0xffff;
    }

    /** The checksum of a segment whose checksum field is zero. */
    static int ofSegment(byte[] tcp, Addresses addresses) {
        return ~fold(pseudoHeader(addresses, tcp.length) + sum(tcp, 0, tcp.length)) & 0xffff;
    }

    /** The checksum of the first octets of a packet, in which the checksum field is zero. */
    static int ofHeader(byte[] packet, int length) {
        return ~fold(sum(packet, 0, length)) & 0xffff;
    }

    /** Both addresses, the protocol and the length; the order of words does not matter to a sum. */
    private static long pseudoHeader(Addresses addresses, int tcpLength) {
        byte[] source = addresses.source();
        byte[] destination = addresses.destination();
        return sum(source, 0, source.length)
                + sum(destination, 0, destination.length)
                + PROTOCOL_TCP
                + (tcpLength >>> 16)
                + (tcpLength & 0xffff);
    }

    private static long sum(byte[] bytes, int from, int to) {
        long sum = 0;
        for (int i = from; i + 1 < to; i += 2) {
            sum += Bits.pair(bytes, i);
        }
        // An odd octet at the end counts as the high half of a word.
        return (to - from) % 2 == 0 ? sum : sum + (Bits.octet(bytes, to - 1) << 8);
    }

    private static int fold(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) folded;
    }
}
