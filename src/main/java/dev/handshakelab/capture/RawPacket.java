package dev.handshakelab.capture;

import org.jspecify.annotations.Nullable;

/**
 * A packet as it stands in a file; valid only until the next one is read.
 *
 * @param interfaceNumber which interface saw it, from 0 in the order of the file
 * @param linkType the type of its first header, as tcpdump.org numbers them
 * @param atNanos when, in nanoseconds since 1970
 * @param bytes its first octets
 * @param kept how many octets of {@code bytes} belong to it
 * @param capturedOctets how many octets the file has of it
 * @param wireOctets how many octets it had
 * @param fileOffset where its octets begin in the file (unpacked)
 * @param travel which way it went, as the file says beside the packet
 * @param testimony what this program wrote beside it; null if it did not
 */
record RawPacket(
        int interfaceNumber,
        int linkType,
        long atNanos,
        byte[] bytes,
        int kept,
        int capturedOctets,
        long wireOctets,
        long fileOffset,
        Travel travel,
        @Nullable Testimony testimony) {
    /** How many octets of a packet are looked at: enough for all headers. */
    static final int MAX_KEPT = 4096;

    /** The largest packet that is believed; offloading makes large ones, but not such. */
    static final long MAX_OCTETS = 1 << 24;

    /** Takes packets. */
    @FunctionalInterface
    interface Sink {
        void accept(RawPacket packet) throws StoppedException;
    }
}
