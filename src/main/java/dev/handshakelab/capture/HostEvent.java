package dev.handshakelab.capture;

import dev.handshakelab.tcp.Segment;

/**
 * A segment at one of its two hosts.
 *
 * @param atNanos when, in nanoseconds since 1970, on the common clock; assumed if the host was not
 *     watched
 * @param sent whether the host sent it; otherwise it may have received it
 * @param certain whether it surely happened: false for a segment that left for a host that nobody
 *     watched
 * @param proven whether what the host acknowledged later shows that it has received it
 * @param captured the segment
 * @param trip which trip of a segment it belongs to
 */
record HostEvent(
        long atNanos,
        boolean sent,
        boolean certain,
        boolean proven,
        CapturedSegment captured,
        Trip trip) {
    Segment segment() {
        return captured.segment();
    }

    /** The same, shown by what the host acknowledged. */
    HostEvent asProven() {
        return new HostEvent(atNanos, sent, certain, true, captured, trip);
    }
}
