package dev.handshakelab.tcp;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options of a header (RFC 9293, 3.1; RFC 7323; RFC 2018).
 *
 * @param maximumSegmentSize MSS in octets, only in SYN segments
 * @param windowScale shift count, only in SYN segments
 * @param sackPermitted SACK-permitted, only in SYN segments
 * @param timestamps TSval and TSecr
 */
public record SegmentOptions(
        OptionalInt maximumSegmentSize,
        OptionalInt windowScale,
        boolean sackPermitted,
        Optional<Timestamps> timestamps) {
    /** No option at all. */
    public static final SegmentOptions NONE =
            new SegmentOptions(OptionalInt.empty(), OptionalInt.empty(), false, Optional.empty());

    /**
     * The timestamps option (RFC 7323, 3.2).
     *
     * @param value TSval, an unsigned 32-bit clock
     * @param echoReply TSecr, 0 without ACK
     */
    public record Timestamps(int value, int echoReply) {}

    public SegmentOptions withMaximumSegmentSize(int octets) {
        return new SegmentOptions(OptionalInt.of(octets), windowScale, sackPermitted, timestamps);
    }

    public SegmentOptions withWindowScale(int shift) {
        return new SegmentOptions(
                maximumSegmentSize, OptionalInt.of(shift), sackPermitted, timestamps);
    }

    public SegmentOptions withSackPermitted() {
        return new SegmentOptions(maximumSegmentSize, windowScale, true, timestamps);
    }

    public SegmentOptions withTimestamps(int value, int echoReply) {
        return new SegmentOptions(
                maximumSegmentSize,
                windowScale,
                sackPermitted,
                Optional.of(new Timestamps(value, echoReply)));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * How many octets the options need in a header, padding included: a multiple of 4, at most 40.
     */
    public int headerOctets() {
        int octets = maximumSegmentSize.isPresent() ? 4 : 0;
        octets += windowScale.isPresent() ? 3 : 0;
        octets += sackPermitted ? 2 : 0;
        octets += timestamps.isPresent() ? 10 : 0;
        return (octets + 3) / 4 * 4;
    }
}
