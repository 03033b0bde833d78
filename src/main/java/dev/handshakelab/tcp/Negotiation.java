package dev.handshakelab.tcp;

import dev.handshakelab.tcp.SegmentOptions.Timestamps;
import dev.handshakelab.tcp.Tcb.Negotiated;

/** Options of SYN segments and what follows from them (RFC 9293, 3.7.1; RFC 7323; RFC 2018). */
final class Negotiation {
    private static final int DEFAULT_MSS_IPV4 = 536;
    private static final int DEFAULT_MSS_IPV6 = 1220;
    private static final int MAX_SHIFT = 14;

    /** A timestamps option with its two NOPs takes this much from each segment's text. */
    private static final int TIMESTAMPS_OCTETS = 12;

    private static final long TICK_NANOS = 1_000_000;

    private Negotiation() {}

    /** The options of a SYN. */
    static SegmentOptions ofSyn(Step step) {
        SegmentOptions wanted = withMss(step);
        if (step.options.has(Switch.WINDOW_SCALE)) {
            wanted = wanted.withWindowScale(offeredShift(step.options));
        }
        if (step.options.has(Switch.SACK_PERMITTED)) {
            wanted = wanted.withSackPermitted();
        }
        if (step.options.has(Switch.TIMESTAMPS)) {
            wanted = wanted.withTimestamps(clock(step.nowNanos), 0);
        }
        return wanted;
    }

    /** The options of a SYN,ACK: only what the peer's SYN had as well. */
    static SegmentOptions ofSynAck(Step step) {
        SegmentOptions wanted = withMss(step);
        if (step.negotiated.scaling()) {
            wanted = wanted.withWindowScale(offeredShift(step.options));
        }
        if (step.negotiated.sackPermitted()) {
            wanted = wanted.withSackPermitted();
        }
        return step.negotiated.timestamps()
                ? wanted.withTimestamps(clock(step.nowNanos), step.negotiated.tsRecent())
                : wanted;
    }

    /** The options of any other segment. */
    static SegmentOptions ofSegment(Step step) {
        return step.negotiated.timestamps()
                ? SegmentOptions.NONE.withTimestamps(
                        clock(step.nowNanos), step.negotiated.tsRecent())
                : SegmentOptions.NONE;
    }

    /**
     * The shift we offer: as set, but a unit may be no more than a quarter of our buffer, or it
     * would look shut.
     */
    private static int offeredShift(TcpOptions options) {
        int shift = options.windowShift();
        while (shift > 0 && 4L << shift > options.receiveBuffer()) {
            shift--;
        }
        return shift;
    }

    private static SegmentOptions withMss(Step step) {
        return step.options.has(Switch.MSS_OPTION)
                ? SegmentOptions.NONE.withMaximumSegmentSize(step.options.maximumSegmentSize())
                : SegmentOptions.NONE;
    }

    /** What a SYN of the peer and our own options agree on. */
    static Negotiated agree(Step step, SegmentOptions theirs) {
        TcpOptions ours = step.options;
        boolean ipv6 = step.config.local().address().indexOf(':') >= 0;
        int mss =
                Math.min(
                        theirs.maximumSegmentSize()
                                .orElse(ipv6 ? DEFAULT_MSS_IPV6 : DEFAULT_MSS_IPV4),
                        ours.maximumSegmentSize());
        boolean scale = ours.has(Switch.WINDOW_SCALE) && theirs.windowScale().isPresent();
        boolean timestamps = ours.has(Switch.TIMESTAMPS) && theirs.timestamps().isPresent();
        return new Negotiated(
                Math.max(1, mss),
                scale,
                scale ? Math.min(MAX_SHIFT, theirs.windowScale().getAsInt()) : 0,
                scale ? offeredShift(ours) : 0,
                timestamps,
                theirs.timestamps().map(Timestamps::value).orElse(0),
                step.negotiated.lastAckSent(),
                ours.has(Switch.SACK_PERMITTED) && theirs.sackPermitted());
    }

    /** Notes the acknowledgment number that was sent last. */
    static Negotiated acknowledged(Negotiated old, int ack) {
        return old.withTimestamps(old.tsRecent(), ack);
    }

    /** TS.Recent after a segment, if it may move it (RFC 7323, 4.3). */
    static void noteTimestamp(Step step, Segment segment) {
        Negotiated old = step.negotiated;
        if (!old.timestamps() || segment.options().timestamps().isEmpty()) {
            return;
        }
        int value = segment.options().timestamps().get().value();
        if (SequenceNumbers.ge(value, old.tsRecent())
                && SequenceNumbers.le(segment.seq(), old.lastAckSent())) {
            step.negotiated = old.withTimestamps(value, old.lastAckSent());
        }
    }

    /** The most text octets that fit in a segment now (MUST-16; RFC 7323, 3.2). */
    static int effectiveMss(Step step) {
        int taken = step.negotiated.timestamps() ? TIMESTAMPS_OCTETS : 0;
        return Math.max(1, step.negotiated.sendMss() - taken);
    }

    /** The timestamp clock: one tick a millisecond. */
    static int clock(long nowNanos) {
        return (int) (nowNanos / TICK_NANOS) + 1;
    }
}
