package dev.handshakelab.wire;

import dev.handshakelab.wire.HeaderField.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds the fields of a segment in its bytes; any bytes will do. */
public final class HeaderFields {
    /** The fields before the options in their order, each with its length in bits. */
    private enum Fixed {
        SOURCE_PORT(Kind.SOURCE_PORT, 16),
        DESTINATION_PORT(Kind.DESTINATION_PORT, 16),
        SEQUENCE_NUMBER(Kind.SEQUENCE_NUMBER, 32),
        ACKNOWLEDGMENT_NUMBER(Kind.ACKNOWLEDGMENT_NUMBER, 32),
        DATA_OFFSET(Kind.DATA_OFFSET, 4),
        RESERVED(Kind.RESERVED, 4),
        CWR(Kind.CWR, 1),
        ECE(Kind.ECE, 1),
        URG(Kind.URG, 1),
        ACK(Kind.ACK, 1),
        PSH(Kind.PSH, 1),
        RST(Kind.RST, 1),
        SYN(Kind.SYN, 1),
        FIN(Kind.FIN, 1),
        WINDOW(Kind.WINDOW, 16),
        CHECKSUM(Kind.CHECKSUM, 16),
        URGENT_POINTER(Kind.URGENT_POINTER, 16);

        private final Kind kind;
        private final int bits;

        Fixed(Kind kind, int bits) {
            this.kind = kind;
            this.bits = bits;
        }
    }

    /** How many fields every whole header has, before the options. */
    public static final int FIXED_COUNT = Fixed.values().length;

    private HeaderFields() {}

    /**
     * All fields in the order of their bits, without gaps and overlaps. Of a header that is cut
     * off, the fields that are whole; octets of options that cannot be read count as padding.
     *
     * @param tcp header, options and data
     */
    public static List<HeaderField> of(byte[] tcp) {
        List<HeaderField> fields = new ArrayList<>();
        int bit = 0;
        for (Fixed fixed : Fixed.values()) {
            if (bit + fixed.bits > tcp.length * 8) {
                return List.copyOf(fields);
            }
            fields.add(
                    new HeaderField(fixed.kind, bit, fixed.bits, bits(tcp, bit, fixed.bits), null));
            bit += fixed.bits;
        }
        int headerOctets = headerOctets(tcp);
        OptionList options = OptionList.read(tcp, SegmentEncoder.FIXED_HEADER_OCTETS, headerOctets);
        options.entries().forEach(entry -> fields.add(option(tcp, entry)));
        addOctets(fields, Kind.PADDING, options.paddingFrom(), headerOctets);
        addOctets(fields, Kind.DATA, headerOctets, tcp.length);
        return List.copyOf(fields);
    }

    /**
     * Where the data begin, in octets: what the data offset says, kept within 20 and the length.
     *
     * @param tcp at least 20 octets
     */
    public static int headerOctets(byte[] tcp) {
        return Math.clamp(
                (Bits.octet(tcp, 12) >> 4) * 4L, SegmentEncoder.FIXED_HEADER_OCTETS, tcp.length);
    }

    private static HeaderField option(byte[] tcp, OptionList.Entry entry) {
        int valueOctets = Math.max(0, entry.length() - 2);
        long value = valueOctets > 8 ? 0 : Bits.number(tcp, entry.offset() + 2, valueOctets);
        return new HeaderField(
                Kind.OPTION, entry.offset() * 8, entry.length() * 8, value, entry.kind());
    }

    private static void addOctets(List<HeaderField> fields, Kind kind, int from, int to) {
        if (to > from) {
            fields.add(new HeaderField(kind, from * 8, (to - from) * 8, 0, null));
        }
    }

    /** Some bits as an unsigned number; they lie within one octet or are whole octets. */
    private static long bits(byte[] tcp, int offset, int length) {
        if (length % 8 == 0) {
            return Bits.number(tcp, offset / 8, length / 8);
        }
        int octet = Bits.octet(tcp, offset / 8);
        int after = 8 - offset % 8 - length;
        return (octet >> after) & ((1 << length) - 1);
    }
}
