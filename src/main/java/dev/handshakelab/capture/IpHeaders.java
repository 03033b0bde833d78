package dev.handshakelab.capture;

import org.jspecify.annotations.Nullable;

/**
 * The headers of IPv4 (RFC 791) and IPv6 (RFC 8200) before a TCP segment.
 *
 * @param kind what the packet is
 * @param addressAt where the source address begins; the destination follows it
 * @param addressOctets 4 or 16
 * @param tcpAt where the TCP header begins
 * @param tcpOctets how many octets the segment had, header included
 * @param identification of an IPv4 packet; 0 for IPv6
 */
record IpHeaders(
        Kind kind, int addressAt, int addressOctets, int tcpAt, int tcpOctets, int identification) {
    /** What a packet is. */
    enum Kind {
        TCP,
        /** Part of a packet; it is not put together again. */
        FRAGMENT,
        /** Not TCP, or not IP. */
        OTHER,
        /** The header is cut or contradicts itself. */
        MALFORMED
    }

    private static final int PROTOCOL_TCP = 6;
    private static final int IPV4_LEAST = 20;
    private static final int IPV6_HEADER = 40;
    private static final int MAX_EXTENSIONS = 16;
    private static final int FRAGMENT_HEADER = 44;
    private static final int AUTHENTICATION = 51;

    private static IpHeaders none(Kind kind) {
        return new IpHeaders(kind, 0, 4, 0, 0, 0);
    }

    /**
     * Reads the headers.
     *
     * @param kept how many octets are at hand
     * @param wire how many there were, from the first octet of {@code bytes}; a packet of which the
     *     header says no length, as offloading leaves it, is as long as this
     */
    static IpHeaders read(byte[] bytes, int at, int kept, long wire) {
        if (at >= kept) {
            return none(Kind.MALFORMED);
        }
        int version = (bytes[at] & 0xff) >> 4;
        IpHeaders headers =
                switch (version) {
                    case 4 -> readIpv4(bytes, at, kept, wire);
                    case 6 -> readIpv6(bytes, at, kept, wire);
                    default -> null;
                };
        return headers == null ? none(Kind.OTHER) : headers;
    }

    private static @Nullable IpHeaders readIpv4(byte[] bytes, int at, int kept, long wire) {
        int headerOctets = (bytes[at] & 0xf) * 4;
        if (headerOctets < IPV4_LEAST || at + headerOctets > kept) {
            return none(Kind.MALFORMED);
        }
        int total = pair(bytes, at + 2);
        long packetOctets = total == 0 ? wire - at : total;
        if (packetOctets < headerOctets) {
            return none(Kind.MALFORMED);
        }
        if (bytes[at + 9] != PROTOCOL_TCP) {
            return null;
        }
        // More fragments, or an offset.
        if ((pair(bytes, at + 6) & 0x3fff) != 0) {
            return none(Kind.FRAGMENT);
        }
        return new IpHeaders(
                Kind.TCP,
                at + 12,
                4,
                at + headerOctets,
                (int) Math.min(packetOctets - headerOctets, RawPacket.MAX_OCTETS),
                pair(bytes, at + 4));
    }

    private static @Nullable IpHeaders readIpv6(byte[] bytes, int at, int kept, long wire) {
        if (at + IPV6_HEADER > kept) {
            return none(Kind.MALFORMED);
        }
        int payload = pair(bytes, at + 4);
        long end = payload == 0 ? wire : at + IPV6_HEADER + (long) payload;
        int next = bytes[at + 6] & 0xff;
        int position = at + IPV6_HEADER;
        for (int count = 0; isExtension(next); count++) {
            if (count == MAX_EXTENSIONS || position + 8 > kept) {
                return none(Kind.MALFORMED);
            }
            // A fragment that is the whole packet is none (RFC 6946).
            if (next == FRAGMENT_HEADER && (pair(bytes, position + 2) & 0xfff9) != 0) {
                return none(Kind.FRAGMENT);
            }
            int length = bytes[position + 1] & 0xff;
            int octets =
                    next == FRAGMENT_HEADER
                            ? 8
                            : next == AUTHENTICATION ? (length + 2) * 4 : (length + 1) * 8;
            next = bytes[position] & 0xff;
            position += octets;
        }
        if (next != PROTOCOL_TCP) {
            return null;
        }
        if (position > kept || position > end) {
            return none(Kind.MALFORMED);
        }
        int tcpOctets = (int) Math.min(end - position, RawPacket.MAX_OCTETS);
        return new IpHeaders(Kind.TCP, at + 8, 16, position, tcpOctets, 0);
    }

    /** Headers between that of IPv6 and TCP (RFC 8200, 4). */
    private static boolean isExtension(int next) {
        return switch (next) {
            case 0, 43, FRAGMENT_HEADER, AUTHENTICATION, 60, 135, 139, 140 -> true;
            default -> false;
        };
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
