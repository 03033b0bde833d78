package dev.handshakelab.wire;

/**
 * Something wrong with bytes that should be a segment.
 *
 * @param kind what is wrong
 * @param byteOffset where, counted from the first octet of the TCP header
 * @param value the number that is wrong, as it was read
 */
public record WireProblem(Kind kind, int byteOffset, int value) {
    /** What may be wrong. */
    public enum Kind {
        /** Fewer than 20 octets: no header. The value is how many there are. */
        HEADER_CUT,
        /** The data offset says less than 5 words. The data are taken to begin at octet 20. */
        DATA_OFFSET_TOO_SMALL,
        /** The data offset points behind the last octet. The data are taken to be missing. */
        DATA_OFFSET_BEYOND_END,
        /** The header ends between an option's kind, which is the value, and its length. */
        OPTION_LENGTH_MISSING,
        /** An option's length is 0 or 1; the rest of the options cannot be read. */
        OPTION_LENGTH_ILLEGAL,
        /** An option is longer than the rest of the header. */
        OPTION_BEYOND_HEADER,
        /** A known option has a length that it never has; it is ignored. */
        OPTION_LENGTH_UNEXPECTED,
        /** An option stands in the header again; the first one counts. The value is its kind. */
        OPTION_REPEATED,
        /** What follows the end of the option list is not zero (RFC 9293, 3.1, MUST-69). */
        PADDING_NOT_ZERO,
        /** A reserved bit is on (RFC 9293, 3.1); a receiver ignores that. */
        RESERVED_BITS_ON,
        /** Fewer octets of data are at hand than were sent. The value is how many are missing. */
        DATA_CUT
    }
}
