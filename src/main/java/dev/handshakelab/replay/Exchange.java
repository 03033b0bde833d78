package dev.handshakelab.replay;

import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The segments of one connection out of a timeline that may have several of the same two sockets.
 *
 * @param flights in the order of departure; at least one
 */
record Exchange(List<Flight> flights) {
    Exchange {
        flights = List.copyOf(flights);
    }

    /**
     * The segments of a connection.
     *
     * @param incarnation which one, from 1
     */
    static Exchange of(Timeline timeline, int incarnation) {
        List<Flight> found = new ArrayList<>();
        Set<Long> numbers = new HashSet<>();
        Set<Side> opened = new HashSet<>();
        int current = 1;
        boolean begun = false;
        for (Frame frame : timeline.frames()) {
            for (Fact fact : frame.facts()) {
                Flight flight = departing(fact);
                if (flight == null) {
                    continue;
                }
                Segment segment = flight.segment();
                if (segment.flags().syn()) {
                    boolean isNew =
                            numbers.add(
                                    (long) flight.from().ordinal() << 32
                                            | Integer.toUnsignedLong(segment.seq()));
                    boolean isPeersOwn = opened.size() == 1 && !opened.contains(flight.from());
                    if (isNew && !segment.flags().ack() && begun && !isPeersOwn) {
                        current++;
                        opened.clear();
                    }
                    opened.add(flight.from());
                }
                begun = true;
                if (current == incarnation) {
                    found.add(flight);
                }
            }
        }
        return new Exchange(found);
    }

    private static @Nullable Flight departing(Fact fact) {
        return switch (fact) {
            case Fact.Sent sent -> sent.flight();
            case Fact.Entered entered -> entered.flight();
            case Fact.Called _,
                    Fact.OfSegment _,
                    Fact.OfTimer _,
                    Fact.OfMachine _,
                    Fact.FromOutside _ ->
                    null;
        };
    }

    /** What a host sent itself, in order. */
    List<Flight> sentBy(Side side) {
        return flights.stream()
                .filter(flight -> flight.from() == side && flight.origin() == Flight.Origin.HOST)
                .toList();
    }

    /** The first SYN of a host; null if it sent none. */
    @Nullable Flight syn(Side side) {
        return sentBy(side).stream()
                .filter(flight -> flight.segment().flags().syn())
                .findFirst()
                .orElse(null);
    }

    /** When it began. */
    long beginsAtNanos() {
        return flights.getFirst().sentAtNanos();
    }

    /** When the last segment left. */
    long endsAtNanos() {
        return flights.getLast().sentAtNanos();
    }

    /** The shortest time that a segment of a host took; empty if none arrived. */
    OptionalLong leastWay(Side from) {
        return flights.stream()
                .filter(flight -> flight.from() == from && !flight.isLost())
                .filter(flight -> flight.origin() == Flight.Origin.HOST)
                .mapToLong(flight -> flight.endsAtNanos() - flight.sentAtNanos())
                .min();
    }
}
