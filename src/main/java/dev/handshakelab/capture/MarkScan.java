package dev.handshakelab.capture;

import dev.handshakelab.capture.Mark.Kind;
import dev.handshakelab.capture.Mark.Quantity;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through a story once, from the first frame to the last, and notes what is worth a mark. */
final class MarkScan {
    private final Timeline timeline;
    private final long closeWaitNanos;
    private final List<Mark> marks = new ArrayList<>();
    private final Map<Side, MarkHost> hosts = new EnumMap<>(Side.class);
    private final Set<Long> lost = new HashSet<>();
    private final SendMarks sends;
    private final ArrivalMarks arrivals;
    private final Map<Long, Long> copies;
    private int frameIndex;

    /** Whether a segment that was sent is known not to have arrived. */
    boolean isLost(long flightId) {
        return lost.contains(flightId);
    }

    /** Of which segment one is a copy that the network made; null if it is none. */
    @Nullable Long copyOf(long flightId) {
        return copies.get(flightId);
    }

    /**
     * A scan.
     *
     * @param copies segments known to be copies, although the timeline does not say it
     */
    MarkScan(Timeline timeline, Set<Side> watched, Map<Long, Long> copies, long closeWaitNanos) {
        this.copies = copies;
        this.timeline = timeline;
        this.closeWaitNanos = closeWaitNanos;
        for (Side side : Side.values()) {
            hosts.put(side, new MarkHost(side, watched.contains(side)));
        }
        for (Flight flight : timeline.flights()) {
            if (flight.isLost()) {
                lost.add(flight.id());
            }
        }
        sends = new SendMarks(this);
        arrivals = new ArrivalMarks(this);
    }

    List<Mark> run() {
        for (Frame frame : timeline.frames()) {
            frameIndex = frame.index();
            for (Fact fact : frame.facts()) {
                read(frame, fact);
            }
        }
        addUnanswered();
        addCloseWaits();
        return marks;
    }

    private void read(Frame frame, Fact fact) {
        switch (fact) {
            case Fact.Sent(long at, Side side, Flight flight) -> sends.sent(at, side, flight);
            case Fact.Arrived(long at, _, Flight flight) -> arrivals.arrived(frame, at, flight);
            case Fact.Lost(long at, Side side, Flight flight) -> {
                if (flight.origin() == Flight.Origin.HOST) {
                    add(Kind.LOST, flight, side, at, figures(flight.segment()));
                }
            }
            case Fact.StateChanged changed -> changed(changed);
            case Fact.Called _,
                    Fact.OfSegment _,
                    Fact.OfTimer _,
                    Fact.OfMachine _,
                    Fact.FromOutside _ -> {
                // shows in segments and states
            }
        }
    }

    private void changed(Fact.StateChanged changed) {
        if (changed.from() == TcpState.SYN_SENT && changed.to() == TcpState.SYN_RECEIVED) {
            addOnce(Kind.SIMULTANEOUS_OPEN, changed);
        } else if (changed.from() == TcpState.FIN_WAIT_1 && changed.to() == TcpState.CLOSING) {
            addOnce(Kind.SIMULTANEOUS_CLOSE, changed);
        }
    }

    /** Of what concerns both hosts, the first to notice counts. */
    private void addOnce(Kind kind, Fact.StateChanged changed) {
        if (host(Side.A).noteOnce(kind)) {
            host(Side.B).noteOnce(kind);
            Flight flight = firstFlight();
            marks.add(
                    new Mark(
                            kind,
                            frameIndex,
                            flight == null ? 0 : flight.id(),
                            changed.side(),
                            changed.atNanos(),
                            Map.of()));
        }
    }

    private @Nullable Flight firstFlight() {
        return timeline.frame(frameIndex).facts().getFirst().flight();
    }

    MarkHost host(Side side) {
        MarkHost host = hosts.get(side);
        if (host == null) {
            throw new IllegalStateException(side.name());
        }
        return host;
    }

    /** How a host stood before the present frame. */
    TcpState stateBefore(Side side) {
        return timeline.frame(Math.max(0, frameIndex - 1)).host(side).state();
    }

    /** How a host stands after the present frame. */
    TcpState stateAfter(Side side) {
        return timeline.frame(frameIndex).host(side).state();
    }

    void add(Kind kind, Flight flight, Side side, long atNanos, Map<Quantity, Long> figures) {
        marks.add(new Mark(kind, frameIndex, flight.id(), side, atNanos, figures));
    }

    /** Takes back what was suspected of a segment. */
    void withdraw(Kind kind, long flightId) {
        marks.removeIf(mark -> mark.kind() == kind && mark.flightId() == flightId);
    }

    static Map<Quantity, Long> figures(Segment segment) {
        return Map.of(
                Quantity.SEQ,
                Integer.toUnsignedLong(segment.seq()),
                Quantity.LENGTH,
                (long) segment.text().length());
    }

    private void addUnanswered() {
        for (Side side : Side.values()) {
            host(side)
                    .unansweredSyn()
                    .ifPresent(tries -> {
                        var figures =
                                Map.of(
                                        Quantity.SEQ,
                                        Integer.toUnsignedLong(tries.last().segment().seq()),
                                        Quantity.COUNT,
                                        (long) tries.count(),
                                        Quantity.NANOS,
                                        tries.lastAtNanos() - tries.firstAtNanos());
                        int frame = timeline.indexAt(tries.lastAtNanos());
                        long id = tries.last().id();
                        marks.add(
                                new Mark(
                                        Kind.SYN_UNANSWERED,
                                        frame,
                                        id,
                                        side,
                                        tries.lastAtNanos(),
                                        figures));
                    });
        }
    }

    private void addCloseWaits() {
        for (Side side : Side.values()) {
            int since = -1;
            for (Frame frame : timeline.frames()) {
                var view = frame.host(side);
                boolean waits =
                        view.state() == TcpState.CLOSE_WAIT
                                && view.certainty() != HostView.Certainty.UNKNOWN;
                boolean isLast = frame.index() == timeline.lastIndex();
                if (since >= 0 && (!waits || isLast)) {
                    addCloseWait(side, since, frame, waits);
                }
                since = !waits ? -1 : since < 0 ? frame.index() : since;
                if (isLast && waits && since == frame.index()) {
                    addCloseWait(side, since, frame, true);
                }
            }
        }
    }

    private void addCloseWait(Side side, int since, Frame until, boolean lasts) {
        Frame first = timeline.frame(since);
        long nanos = until.atNanos() - first.atNanos();
        if (nanos >= closeWaitNanos || lasts) {
            Flight flight = first.facts().isEmpty() ? null : first.facts().getFirst().flight();
            marks.add(
                    new Mark(
                            Kind.CLOSE_WAIT_LASTS,
                            since,
                            flight == null ? 0 : flight.id(),
                            side,
                            first.atNanos(),
                            Map.of(Quantity.NANOS, nanos)));
        }
    }
}
