package dev.handshakelab.capture;

import java.util.List;

/**
 * Why reading a capture stopped before its end.
 *
 * @param kind what is wrong
 * @param byteOffset where, counted from the first octet of the file: the first octet that is
 *     missing or wrong; in a compressed file, counted in what it unpacks to
 * @param arguments the numbers that the kind speaks of
 */
public record CaptureProblem(Kind kind, long byteOffset, List<Long> arguments) {
    /** What may be wrong. */
    public enum Kind {
        /** The file has no octet. */
        EMPTY,
        /** It begins like no known capture format. Argument: its first four octets. */
        UNKNOWN_FORMAT,
        /** The file ends within a header or packet. Argument: where that one begins. */
        TRUNCATED,
        /** The compressed data are damaged or end too early. */
        COMPRESSION_BROKEN,
        /** The file could not be read any further. */
        READ_FAILED,
        /** A packet claims an impossible length. Argument: that length. */
        PACKET_LENGTH,
        /** A block claims an impossible length. Argument: that length. */
        BLOCK_LENGTH,
        /** The two lengths of a block differ. Arguments: the first and the second. */
        BLOCK_LENGTHS_DIFFER,
        /** A section begins with an unknown byte-order magic. Argument: what stands there. */
        BYTE_ORDER,
        /** A packet names an interface that no block describes. Argument: its number. */
        INTERFACE_UNKNOWN,
        /** More interfaces than this program accepts. Argument: how many it accepts. */
        TOO_MANY_INTERFACES,
        /** More segments than this program keeps. Argument: how many it keeps. */
        TOO_MANY_SEGMENTS,
        /** The user cancelled reading. */
        CANCELLED
    }

    public CaptureProblem {
        arguments = List.copyOf(arguments);
    }
}
