package dev.handshakelab.wire;

import org.jspecify.annotations.Nullable;

/**
 * A field of a segment and where it stands: in bits for a drawing in rows of 32 bits, as RFC 9293
 * draws its header (3.1, figure 1), and in octets for a dump.
 *
 * @param kind which field
 * @param bitOffset its first bit, counted from the first bit of the header
 * @param bitLength how many bits it has, at least 1
 * @param value its value, unsigned: for fields of up to 32 bits the number itself; for an option
 *     what stands behind kind and length if that is at most 8 octets, 0 otherwise (timestamps:
 *     TSval in the high half, TSecr in the low half); 0 for padding and data
 * @param option which option; null for all that is none
 */
public record HeaderField(
        Kind kind, int bitOffset, int bitLength, long value, @Nullable OptionKind option) {
    /** The fields in the order of the header. */
    public enum Kind {
        SOURCE_PORT,
        DESTINATION_PORT,
        SEQUENCE_NUMBER,
        ACKNOWLEDGMENT_NUMBER,
        DATA_OFFSET,
        RESERVED,
        CWR,
        ECE,
        URG,
        ACK,
        PSH,
        RST,
        SYN,
        FIN,
        WINDOW,
        CHECKSUM,
        URGENT_POINTER,
        OPTION,
        /** What follows the options up to the next multiple of 32 bits. */
        PADDING,
        DATA;

        /** Whether it is a control bit. */
        public boolean isControlBit() {
            return switch (this) {
                case CWR, ECE, URG, ACK, PSH, RST, SYN, FIN -> true;
                case SOURCE_PORT,
                        DESTINATION_PORT,
                        SEQUENCE_NUMBER,
                        ACKNOWLEDGMENT_NUMBER,
                        DATA_OFFSET,
                        RESERVED,
                        WINDOW,
                        CHECKSUM,
                        URGENT_POINTER,
                        OPTION,
                        PADDING,
                        DATA ->
                        false;
            };
        }
    }

    /** The octet that holds its first bit. */
    public int byteFrom() {
        return bitOffset / 8;
    }

    /** The octet behind the one that holds its last bit. */
    public int byteTo() {
        return (bitOffset + bitLength + 7) / 8;
    }

    /** Whether some of its bits lie in an octet. */
    public boolean touchesByte(int index) {
        return byteFrom() <= index && index < byteTo();
    }
}
