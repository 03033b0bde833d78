package dev.handshakelab.wire;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.wire.WireProblem.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads segments from the bytes on the wire (RFC 9293, 3.1); any bytes will do. */
public final class SegmentDecoder {
    private static final int MAX_LENGTH = 65535;
    private static final int KNOWN_FLAGS = 63;

    private SegmentDecoder() {}

    /**
     * What bytes say.
     *
     * @param sourcePort 0 if even that is missing
     * @param destinationPort 0 if even that is missing
     * @param segment the segment, as far as it can be understood; null if there is no whole header.
     *     CWR and ECE, which a {@link Segment} does not know, stand in the fields only
     * @param fields where everything stands
     * @param problems what is wrong, in the order in which it was found
     */
    public record Decoded(
            int sourcePort,
            int destinationPort,
            @Nullable Segment segment,
            List<HeaderField> fields,
            List<WireProblem> problems) {
        public Decoded {
            fields = List.copyOf(fields);
            problems = List.copyOf(problems);
        }
    }

    /** Reads TCP header, options and data; the checksum is {@link Checksums}' matter. */
    public static Decoded decode(byte[] tcp) {
        return decode(tcp, tcp.length);
    }

    /**
     * Reads a segment of which only the first octets were recorded. What is missing of the data
     * becomes zeros, so that SEG.LEN is right.
     *
     * @param tcp the octets at hand
     * @param wireLength how many there were, as the IP header says: believed up to 65535, and
     *     ignored if fewer than are at hand
     */
    public static Decoded decode(byte[] tcp, int wireLength) {
        List<WireProblem> problems = new ArrayList<>();
        List<HeaderField> fields = HeaderFields.of(tcp);
        if (tcp.length < SegmentEncoder.FIXED_HEADER_OCTETS) {
            problems.add(new WireProblem(Kind.HEADER_CUT, tcp.length, tcp.length));
            return new Decoded(
                    tcp.length < 2 ? 0 : Bits.pair(tcp, 0),
                    tcp.length < 4 ? 0 : Bits.pair(tcp, 2),
                    null,
                    fields,
                    problems);
        }
        checkDataOffset(tcp, problems);
        int reserved = Bits.octet(tcp, 12) & 0xf;
        if (reserved != 0) {
            problems.add(new WireProblem(Kind.RESERVED_BITS_ON, 12, reserved));
        }
        int headerOctets = HeaderFields.headerOctets(tcp);
        OptionList options = OptionList.read(tcp, SegmentEncoder.FIXED_HEADER_OCTETS, headerOctets);
        problems.addAll(options.problems());
        Segment segment =
                new Segment(
                        Bits.word(tcp, 4),
                        Bits.word(tcp, 8),
                        new Flags(Bits.octet(tcp, 13) & KNOWN_FLAGS),
                        Bits.pair(tcp, 14),
                        Bits.pair(tcp, 18),
                        known(tcp, options),
                        text(tcp, headerOctets, wireLength, problems));
        return new Decoded(Bits.pair(tcp, 0), Bits.pair(tcp, 2), segment, fields, problems);
    }

    private static void checkDataOffset(byte[] tcp, List<WireProblem> problems) {
        int words = Bits.octet(tcp, 12) >> 4;
        if (words * 4 < SegmentEncoder.FIXED_HEADER_OCTETS) {
            problems.add(new WireProblem(Kind.DATA_OFFSET_TOO_SMALL, 12, words));
        } else if (words * 4 > tcp.length) {
            problems.add(new WireProblem(Kind.DATA_OFFSET_BEYOND_END, 12, words));
        }
    }

    private static Octets text(byte[] tcp, int from, int wireLength, List<WireProblem> problems) {
        int length = Math.max(tcp.length, Math.min(wireLength, MAX_LENGTH));
        if (length > tcp.length) {
            problems.add(new WireProblem(Kind.DATA_CUT, tcp.length, length - tcp.length));
        }
        return Octets.of(Arrays.copyOfRange(tcp, from, length));
    }

    private static SegmentOptions known(byte[] tcp, OptionList list) {
        SegmentOptions options = SegmentOptions.NONE;
        for (OptionList.Entry entry : list.entries()) {
            if (!entry.usable()) {
                continue;
            }
            int value = entry.offset() + 2;
            options =
                    switch (entry.kind()) {
                        case MAXIMUM_SEGMENT_SIZE ->
                                options.withMaximumSegmentSize(Bits.pair(tcp, value));
                        case WINDOW_SCALE -> options.withWindowScale(Bits.octet(tcp, value));
                        case SACK_PERMITTED -> options.withSackPermitted();
                        case TIMESTAMPS ->
                                options.withTimestamps(
                                        Bits.word(tcp, value), Bits.word(tcp, value + 4));
                        case END_OF_LIST, NO_OPERATION, SACK, OTHER -> options;
                    };
        }
        return options;
    }
}
