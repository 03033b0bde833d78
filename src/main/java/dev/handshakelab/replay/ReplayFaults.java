package dev.handshakelab.replay;

import dev.handshakelab.capture.Inferred;
import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the network did to the segments of a connection, as fault rules. A segment is named by its
 * kind and by how many of that kind its host had sent before.
 */
final class ReplayFaults {
    /** What a segment takes longer than this is a delay worth a rule. */
    private static final long LEAST_EXTRA_NANOS = 2_000_000;

    private final Inferred inferred;
    private final Exchange exchange;
    private final long delayNanos;

    /** How many flights of its host and kind came before, this one included, by flight. */
    private final Map<Long, Integer> nths = new HashMap<>();

    /** Kinds of segments that are counted by themselves. */
    private enum Kind {
        SYN(Flags.SYN, Flags.ACK, null),
        SYN_ACK(Flags.SYN_ACK, Flags.NONE, null),
        RST(Flags.RST, Flags.NONE, null),
        FIN(Flags.FIN, Flags.NONE, null),
        DATA(Flags.NONE, Flags.SYN.with(Flags.FIN).with(Flags.RST), true),
        ACK(Flags.NONE, Flags.SYN.with(Flags.FIN).with(Flags.RST), false);

        private final Flags on;
        private final Flags off;
        private final @Nullable Boolean withText;

        Kind(Flags on, Flags off, @Nullable Boolean withText) {
            this.on = on;
            this.off = off;
            this.withText = withText;
        }

        static Kind of(Segment segment) {
            Flags flags = segment.flags();
            if (flags.rst()) {
                return RST;
            }
            if (flags.syn()) {
                return flags.ack() ? SYN_ACK : SYN;
            }
            if (flags.fin()) {
                return FIN;
            }
            return segment.text().isEmpty() ? ACK : DATA;
        }
    }

    ReplayFaults(Inferred inferred, Exchange exchange, long delayNanos) {
        this.inferred = inferred;
        this.exchange = exchange;
        this.delayNanos = delayNanos;
        for (Side side : Side.values()) {
            Map<Kind, Integer> counts = new HashMap<>();
            for (Flight flight : exchange.sentBy(side)) {
                nths.put(flight.id(), counts.merge(Kind.of(flight.segment()), 1, Integer::sum));
            }
        }
    }

    List<FaultRule> rules() {
        boolean bothWatched = inferred.watched().size() > 1;
        Map<Long, Flight> copies = new HashMap<>();
        for (Flight flight : exchange.flights()) {
            if (flight.origin() == Flight.Origin.NETWORK_COPY) {
                copies.put(flight.copyOf(), flight);
            }
        }
        List<FaultRule> rules = new ArrayList<>();
        for (Flight flight : exchange.flights()) {
            if (flight.origin() != Flight.Origin.HOST) {
                continue;
            }
            Flight copy = copies.get(flight.id());
            long extra = flight.endsAtNanos() - flight.sentAtNanos() - delayNanos;
            if (flight.isLost() || (!bothWatched && isProbablyLost(flight))) {
                rules.add(rule(flight, new Verdict.Drop()));
            } else if (copy != null) {
                long later = Math.max(0, copy.endsAtNanos() - flight.endsAtNanos());
                rules.add(rule(flight, new Verdict.Duplicate(later)));
            } else if (bothWatched && extra > Math.max(LEAST_EXTRA_NANOS, delayNanos / 2)) {
                rules.add(rule(flight, new Verdict.Delay(extra)));
            }
        }
        return rules;
    }

    /**
     * With one capture nobody sees a loss: what was sent again before anything acknowledged it was
     * lost, as far as the sender could tell. If its receiver was watched, it arrived, and what the
     * receiver answered was lost.
     */
    private boolean isProbablyLost(Flight flight) {
        if (flight.segment().length() > 0) {
            return !inferred.watched().contains(flight.to())
                    && isSentAgain(flight)
                    && !isAnswered(flight);
        }
        if (inferred.watched().contains(flight.to()) || !flight.segment().flags().ack()) {
            return false;
        }
        return exchange.flights().stream()
                .filter(other -> other.from() == flight.to() && other.segment().length() > 0)
                .anyMatch(asked ->
                        asked.endsAtNanos() <= flight.sentAtNanos()
                                && asked.segment().end() == flight.segment().ack()
                                && isSentAgainAfter(asked, flight.sentAtNanos()));
    }

    private boolean isSentAgain(Flight flight) {
        return isSentAgainAfter(flight, flight.sentAtNanos());
    }

    private boolean isSentAgainAfter(Flight flight, long atNanos) {
        return exchange.flights().stream()
                .anyMatch(other ->
                        other.from() == flight.from()
                                && other.id() != flight.id()
                                && other.sentAtNanos() > atNanos
                                && other.segment().length() > 0
                                && other.segment().seq() == flight.segment().seq());
    }

    /** Whether an acknowledgment came before the next attempt. */
    private boolean isAnswered(Flight flight) {
        long again =
                exchange.flights().stream()
                        .filter(other ->
                                other.from() == flight.from()
                                        && other.id() > flight.id()
                                        && other.segment().length() > 0
                                        && other.segment().seq() == flight.segment().seq())
                        .mapToLong(Flight::sentAtNanos)
                        .min()
                        .orElse(Long.MAX_VALUE);
        return exchange.flights().stream()
                .anyMatch(answer ->
                        answer.from() == flight.to()
                                && answer.segment().flags().ack()
                                && answer.sentAtNanos() >= flight.sentAtNanos()
                                && answer.endsAtNanos() < again
                                && answer.segment().ack() - flight.segment().end() >= 0);
    }

    private FaultRule rule(Flight flight, Verdict verdict) {
        Kind kind = Kind.of(flight.segment());
        int nth = nths.getOrDefault(flight.id(), 1);
        return new FaultRule(
                new Match(
                        flight.from(),
                        kind.on,
                        kind.off,
                        kind.withText,
                        null,
                        Set.of(nth),
                        0,
                        Long.MAX_VALUE),
                verdict);
    }
}
