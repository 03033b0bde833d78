package dev.handshakelab.wire;

import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.tcp.TcpSocket;

/** Writes segments as they stand on the wire (RFC 9293, 3.1), alone or in an IP packet. */
public final class SegmentEncoder {
    /** The header without options, in octets. */
    static final int FIXED_HEADER_OCTETS = 20;

    static final int CHECKSUM_AT = 16;
    private static final int OPTIONS_AT = FIXED_HEADER_OCTETS;

    private static final int IPV4_HEADER_OCTETS = 20;
    private static final int IPV6_HEADER_OCTETS = 40;
    private static final int MAX_PACKET_LENGTH = 65535;
    private static final int TIME_TO_LIVE = 64;
    private static final int DO_NOT_FRAGMENT = 0x4000;

    private SegmentEncoder() {}

    /**
     * TCP header, options and data, with the checksum over the pseudo-header of the two addresses.
     *
     * @throws IllegalArgumentException if an address is not an IP literal, the two differ in
     *     version, an option's number does not fit its field, or there are more data than an IP
     *     packet can carry
     */
    public static byte[] encode(Segment segment, TcpSocket source, TcpSocket destination) {
        return encode(segment, source, destination, Addresses.of(source, destination));
    }

    /**
     * A whole IPv4 packet (RFC 791, 3.1), or an IPv6 packet (RFC 8200, 3) if the addresses are of
     * that kind: 64 hops to live, not to be fragmented.
     *
     * @param identification the IPv4 header's field, of which the low 16 bits are used; IPv6 has
     *     none
     * @throws IllegalArgumentException as {@link #encode}
     */
    public static byte[] encodePacket(
            Segment segment, TcpSocket source, TcpSocket destination, int identification) {
        Addresses addresses = Addresses.of(source, destination);
        byte[] tcp = encode(segment, source, destination, addresses);
        return addresses.isIpv6() ? inIpv6(tcp, addresses) : inIpv4(tcp, addresses, identification);
    }

    private static byte[] encode(
            Segment segment, TcpSocket source, TcpSocket destination, Addresses addresses) {
        SegmentOptions options = segment.options();
        int headerOctets = FIXED_HEADER_OCTETS + optionOctets(options);
        int length = headerOctets + segment.text().length();
        int most = MAX_PACKET_LENGTH - (addresses.isIpv6() ? 0 : IPV4_HEADER_OCTETS);
        if (length > most) {
            throw new IllegalArgumentException("a segment of " + length + " octets");
        }
        byte[] tcp = new byte[length];
        Bits.putPair(tcp, 0, source.port());
        Bits.putPair(tcp, 2, destination.port());
        Bits.putWord(tcp, 4, segment.seq());
        Bits.putWord(tcp, 8, segment.ack());
        Bits.putOctet(tcp, 12, (headerOctets / 4) << 4);
        Bits.putOctet(tcp, 13, segment.flags().bits());
        Bits.putPair(tcp, 14, segment.window());
        Bits.putPair(tcp, 18, segment.urgentPointer());
        putOptions(tcp, options);
        System.arraycopy(segment.text().toArray(), 0, tcp, headerOctets, length - headerOctets);
        Bits.putPair(tcp, CHECKSUM_AT, Checksums.ofSegment(tcp, addresses));
        return tcp;
    }

    /**
     * How many octets {@link #putOptions} writes: a multiple of 4, so that no padding is needed.
     */
    private static int optionOctets(SegmentOptions options) {
        int octets = options.maximumSegmentSize().isPresent() ? 4 : 0;
        octets += options.windowScale().isPresent() ? 4 : 0;
        if (options.timestamps().isPresent()) {
            return octets + 12;
        }
        return octets + (options.sackPermitted() ? 4 : 0);
    }

    /**
     * Each option is aligned so that its numbers begin at a multiple of their size; the
     * SACK-permitted option takes the place of the two no-operations before the timestamps.
     */
    private static void putOptions(byte[] tcp, SegmentOptions options) {
        int at = OPTIONS_AT;
        if (options.maximumSegmentSize().isPresent()) {
            int size = options.maximumSegmentSize().getAsInt();
            putKind(tcp, at, OptionKind.MAXIMUM_SEGMENT_SIZE, 4);
            Bits.putPair(tcp, at + 2, inRange("MSS", size, 0xffff));
            at += 4;
        }
        if (options.windowScale().isPresent()) {
            int shift = options.windowScale().getAsInt();
            Bits.putOctet(tcp, at, OptionKind.NO_OPERATION.code());
            putKind(tcp, at + 1, OptionKind.WINDOW_SCALE, 3);
            Bits.putOctet(tcp, at + 3, inRange("window scale", shift, 0xff));
            at += 4;
        }
        boolean pair = options.sackPermitted() || options.timestamps().isPresent();
        if (options.sackPermitted() && options.timestamps().isPresent()) {
            putKind(tcp, at, OptionKind.SACK_PERMITTED, 2);
        } else if (pair) {
            Bits.putOctet(tcp, at, OptionKind.NO_OPERATION.code());
            Bits.putOctet(tcp, at + 1, OptionKind.NO_OPERATION.code());
        }
        at += 2;
        if (options.timestamps().isPresent()) {
            SegmentOptions.Timestamps stamps = options.timestamps().get();
            putKind(tcp, at, OptionKind.TIMESTAMPS, 10);
            Bits.putWord(tcp, at + 2, stamps.value());
            Bits.putWord(tcp, at + 6, stamps.echoReply());
        } else if (options.sackPermitted()) {
            putKind(tcp, at, OptionKind.SACK_PERMITTED, 2);
        }
    }

    private static void putKind(byte[] tcp, int at, OptionKind kind, int length) {
        Bits.putOctet(tcp, at, kind.code());
        Bits.putOctet(tcp, at + 1, length);
    }

    private static int inRange(String name, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(name + ": " + value);
        }
        return value;
    }

    private static byte[] inIpv4(byte[] tcp, Addresses addresses, int identification) {
        byte[] packet = new byte[IPV4_HEADER_OCTETS + tcp.length];
        Bits.putOctet(packet, 0, (4 << 4) | (IPV4_HEADER_OCTETS / 4));
        Bits.putPair(packet, 2, packet.length);
        Bits.putPair(packet, 4, identification);
        Bits.putPair(packet, 6, DO_NOT_FRAGMENT);
        Bits.putOctet(packet, 8, TIME_TO_LIVE);
        Bits.putOctet(packet, 9, Checksums.PROTOCOL_TCP);
        System.arraycopy(addresses.source(), 0, packet, 12, 4);
        System.arraycopy(addresses.destination(), 0, packet, 16, 4);
        Bits.putPair(packet, 10, Checksums.ofHeader(packet, IPV4_HEADER_OCTETS));
        System.arraycopy(tcp, 0, packet, IPV4_HEADER_OCTETS, tcp.length);
        return packet;
    }

    private static byte[] inIpv6(byte[] tcp, Addresses addresses) {
        byte[] packet = new byte[IPV6_HEADER_OCTETS + tcp.length];
        Bits.putOctet(packet, 0, 6 << 4);
        Bits.putPair(packet, 4, tcp.length);
        Bits.putOctet(packet, 6, Checksums.PROTOCOL_TCP);
        Bits.putOctet(packet, 7, TIME_TO_LIVE);
        System.arraycopy(addresses.source(), 0, packet, 8, 16);
        System.arraycopy(addresses.destination(), 0, packet, 24, 16);
        System.arraycopy(tcp, 0, packet, IPV6_HEADER_OCTETS, tcp.length);
        return packet;
    }
}
