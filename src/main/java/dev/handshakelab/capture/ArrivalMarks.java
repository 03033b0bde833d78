package dev.handshakelab.capture;

import static dev.handshakelab.tcp.SequenceNumbers.gt;

import dev.handshakelab.capture.Mark.Kind;
import dev.handshakelab.capture.Mark.Quantity;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import java.util.EnumMap;
import java.util.Map;

/** Marks of what reaches hosts. */
final class ArrivalMarks {
    private final MarkScan scan;

    ArrivalMarks(MarkScan scan) {
        this.scan = scan;
    }

    /** A segment reaches a host. */
    void arrived(Frame frame, long at, Flight flight) {
        MarkHost host = scan.host(flight.to());
        Segment segment = flight.segment();
        origin(at, host, flight);
        if (segment.flags().rst()) {
            reset(frame, at, host, flight);
        } else if (segment.flags().syn() && scan.stateBefore(host.side()) == TcpState.TIME_WAIT) {
            host.timeWaitSince = at;
        }
        order(at, host, flight);
        if (scan.stateAfter(host.side()) == TcpState.TIME_WAIT
                && scan.stateBefore(host.side()) != TcpState.TIME_WAIT) {
            host.timeWaitSince = at;
        }
        if (!segment.flags().rst()) {
            note(host, flight);
        }
        host.answered();
        host.hadConnection |= scan.stateAfter(host.side()).isSynchronized();
        host.unanswered = flight;
        host.stateBeforeArrival = scan.stateBefore(host.side());
        host.lastArrived = flight;
        host.lastArrivedAt = at;
        host.repeats = 0;
    }

    private void origin(long at, MarkHost host, Flight flight) {
        Map<Quantity, Long> figures = seq(flight);
        switch (flight.origin()) {
            case HOST -> {
                // as it should be
            }
            case NETWORK_COPY -> {
                figures.put(Quantity.OTHER_FLIGHT, flight.copyOf());
                scan.add(Kind.NETWORK_COPY, flight, host.side(), at, figures);
            }
            case OLD_DUPLICATE -> scan.add(Kind.OLD_DUPLICATE, flight, host.side(), at, figures);
            case FORGED -> scan.add(Kind.FORGED, flight, host.side(), at, figures);
        }
    }

    /** Of two that both have something to deliver, the earlier comes later. */
    private void order(long at, MarkHost host, Flight flight) {
        if (flight.origin() != Flight.Origin.HOST || flight.segment().length() == 0) {
            return;
        }
        if (flight.id() < host.maxArrivedId) {
            Map<Quantity, Long> figures = seq(flight);
            figures.put(Quantity.OTHER_FLIGHT, host.maxArrivedId);
            scan.add(Kind.OUT_OF_ORDER, flight, host.side(), at, figures);
        }
        host.maxArrivedId = Math.max(host.maxArrivedId, flight.id());
    }

    private void reset(Frame frame, long at, MarkHost host, Flight flight) {
        TcpState before = scan.stateBefore(host.side());
        TcpState after = frame.host(host.side()).state();
        Map<Quantity, Long> figures = seq(flight);
        if (before == TcpState.TIME_WAIT && after == TcpState.CLOSED) {
            figures.put(Quantity.NANOS, at - host.timeWaitSince);
            scan.add(Kind.TIME_WAIT_ASSASSINATED, flight, host.side(), at, figures);
        } else if (before == after && before != TcpState.CLOSED && before != TcpState.LISTEN) {
            if (host.ackSent) {
                figures.put(Quantity.EXPECTED, Integer.toUnsignedLong(host.lastAck));
            }
            scan.add(Kind.RESET_IGNORED, flight, host.side(), at, figures);
        }
    }

    private static void note(MarkHost host, Flight flight) {
        Segment segment = flight.segment();
        if (!segment.flags().ack()) {
            return;
        }
        boolean isNew = !host.unaKnown || gt(segment.ack(), host.una);
        boolean isPure = segment.length() == 0;
        if (isNew) {
            host.una = segment.ack();
            host.unaKnown = true;
            host.duplicateAcks = 0;
        } else if (isPure
                && segment.ack() == host.una
                && host.nextKnown
                && gt(host.next, host.una)
                && host.peerWindowKnown
                && segment.window() == host.peerWindow) {
            host.duplicateAcks++;
        }
        host.peerWindow = segment.window();
        host.peerWindowKnown = true;
        if (!segment.text().isEmpty()) {
            host.textAfterText = flight;
        }
    }

    private static Map<Quantity, Long> seq(Flight flight) {
        Map<Quantity, Long> figures = new EnumMap<>(Quantity.class);
        figures.put(Quantity.SEQ, Integer.toUnsignedLong(flight.segment().seq()));
        return figures;
    }
}
