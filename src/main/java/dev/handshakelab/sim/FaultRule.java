package dev.handshakelab.sim;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.timeline.NetworkChange.Effect;
import dev.handshakelab.timeline.Side;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the network does to some segments.
 *
 * <p>Rules are asked in order, once, when a host sends a segment; copies and segments from outside
 * are not asked about. Each rule counts every segment that fits it, also those that an earlier rule
 * decided on. A rule of chance that chance decides against leaves the decision to the next one.
 *
 * @param match which segments
 * @param verdict what happens to them
 */
public record FaultRule(Match match, Verdict verdict) {
    /**
     * Which segments a rule is about; every part that is set must fit.
     *
     * @param from only segments of this host; null: of both
     * @param on control bits that must be on
     * @param off control bits that must be off
     * @param withText true: only with data; false: only without; null: both
     * @param retransmission true: only retransmissions; false: only first transmissions; null: both
     * @param nth which of the segments that fit so far, counted from 1; empty: all
     * @param fromNanos only segments that leave at this time or later
     * @param toNanos only segments that leave before this time
     */
    public record Match(
            @Nullable Side from,
            Flags on,
            Flags off,
            @Nullable Boolean withText,
            @Nullable Boolean retransmission,
            Set<Integer> nth,
            long fromNanos,
            long toNanos) {
        /** Every segment. */
        public static final Match ANY =
                new Match(null, Flags.NONE, Flags.NONE, null, null, Set.of(), 0, Long.MAX_VALUE);

        public Match {
            nth = Set.copyOf(nth);
        }
    }

    /** What happens to a segment. */
    public sealed interface Verdict {
        /** What it comes to, without numbers and chance. */
        default Effect effect() {
            return switch (this) {
                case Pass _ -> Effect.PASS;
                case Drop _, DropRandomly _ -> Effect.LOSE;
                case Delay _, DelayRandomly _ -> Effect.DELAY;
                case Duplicate _, DuplicateRandomly _ -> Effect.DUPLICATE;
                case Hold _ -> Effect.HOLD;
            };
        }

        /** It travels as usual; later rules are not asked. */
        record Pass() implements Verdict {}

        /** It is lost half-way. */
        record Drop() implements Verdict {}

        /** It needs this much longer. */
        record Delay(long extraNanos) implements Verdict {}

        /** It arrives as usual, and a copy arrives this much later. */
        record Duplicate(long laterNanos) implements Verdict {}

        /** It is kept until a script step or the learner releases it. */
        record Hold() implements Verdict {}

        /** It is lost with this probability, decided by the link's random numbers. */
        record DropRandomly(double probability) implements Verdict {}

        /** It is doubled with this probability, the copy at most this much later. */
        record DuplicateRandomly(double probability, long maxLaterNanos) implements Verdict {}

        /** It needs up to this much longer, decided by the link's random numbers. */
        record DelayRandomly(double probability, long maxExtraNanos) implements Verdict {}
    }
}
