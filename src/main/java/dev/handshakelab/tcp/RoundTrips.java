package dev.handshakelab.tcp;

import dev.handshakelab.tcp.SegmentOptions.Timestamps;
import dev.handshakelab.tcp.Tcb.RoundTrip;
import dev.handshakelab.tcp.Tcb.Timed;
import org.jspecify.annotations.Nullable;

/** Round-trip measurement and the retransmission timeout (RFC 6298), with Karn's rule. */
final class RoundTrips {
    private static final long GRANULARITY_NANOS = 1_000_000;

    /** RFC 6298, 5.7: what the RTO becomes when the SYN had to be repeated. */
    private static final long AFTER_SYN_LOSS_NANOS = 3_000_000_000L;

    private RoundTrips() {}

    /**
     * Measures the segment that is acknowledged by {@code end}, unless another one is being
     * measured.
     */
    static void startTiming(Step step, int end) {
        if (step.roundTrip.timed() == null) {
            step.roundTrip = withTimed(step.roundTrip, new Timed(end, step.nowNanos));
        }
    }

    /** Karn's rule: an acknowledgment of something sent twice measures nothing. */
    static void stopTiming(Step step) {
        step.roundTrip = withTimed(step.roundTrip, null);
    }

    /** Takes a measurement if the acknowledgment {@code ack} ends one. */
    static void acknowledged(Step step, int ack, Segment segment) {
        Timed timed = step.roundTrip.timed();
        if (step.negotiated.timestamps() && segment.options().timestamps().isPresent()) {
            Timestamps echo = segment.options().timestamps().get();
            long ticks =
                    Integer.toUnsignedLong(Negotiation.clock(step.nowNanos) - echo.echoReply());
            sample(step, Math.max(1, ticks) * GRANULARITY_NANOS);
            return;
        }
        if (timed != null && SequenceNumbers.le(timed.end(), ack)) {
            sample(step, step.nowNanos - timed.sentAtNanos());
        }
    }

    private static void sample(Step step, long measuredNanos) {
        RoundTrip old = step.roundTrip;
        boolean first = old.srttNanos() == 0;
        long rttvar =
                first
                        ? measuredNanos / 2
                        : (3 * old.rttvarNanos() + Math.abs(old.srttNanos() - measuredNanos)) / 4;
        long srtt = first ? measuredNanos : (7 * old.srttNanos() + measuredNanos) / 8;
        long rto = srtt + Math.max(GRANULARITY_NANOS, 4 * rttvar);
        long limited = limit(step.options, rto);
        step.roundTrip =
                new RoundTrip(
                        old.srttNanos(),
                        old.rttvarNanos(),
                        old.rtoNanos(),
                        0,
                        null,
                        old.synRetransmitted());
        step.assign(Variable.RTTVAR, rttvar, first ? "R/2" : "3/4*RTTVAR+1/4*|SRTT-R|");
        step.assign(Variable.SRTT, srtt, first ? "R" : "7/8*SRTT+1/8*R");
        step.assign(Variable.RTO, limited, "SRTT+4*RTTVAR");
    }

    private static long limit(TcpOptions options, long rtoNanos) {
        long atLeast = Math.max(options.minRtoNanos(), rtoNanos);
        return options.maxRtoNanos() == 0 ? atLeast : Math.min(options.maxRtoNanos(), atLeast);
    }

    /** RFC 6298, 5.5: doubles the timeout. */
    static void backOff(Step step) {
        RoundTrip old = step.roundTrip;
        boolean syn = !step.queue.isEmpty() && step.queue.getFirst().flags().syn();
        step.roundTrip =
                new RoundTrip(
                        old.srttNanos(),
                        old.rttvarNanos(),
                        old.rtoNanos(),
                        old.backoffs() + 1,
                        null,
                        old.synRetransmitted() || syn);
        long doubled = Math.min(old.rtoNanos(), Long.MAX_VALUE / 4) * 2;
        step.assign(Variable.RTO, limit(step.options, doubled), "2*RTO");
    }

    /** RFC 6298, 5.7: data begins with an RTO of at least 3 s if the SYN had to be repeated. */
    static void dataBegins(Step step) {
        RoundTrip old = step.roundTrip;
        if (old.synRetransmitted() && old.srttNanos() == 0) {
            step.roundTrip = new RoundTrip(0, 0, old.rtoNanos(), 0, old.timed(), false);
            step.assign(Variable.RTO, limit(step.options, AFTER_SYN_LOSS_NANOS), "3 s");
        }
    }

    private static RoundTrip withTimed(RoundTrip old, @Nullable Timed timed) {
        return new RoundTrip(
                old.srttNanos(),
                old.rttvarNanos(),
                old.rtoNanos(),
                old.backoffs(),
                timed,
                old.synRetransmitted());
    }
}
