package dev.handshakelab.capture;

import static dev.handshakelab.tcp.SequenceNumbers.gt;

import dev.handshakelab.capture.Mark.Kind;
import dev.handshakelab.capture.Mark.Quantity;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Flight;
import java.util.EnumMap;
import java.util.Map;

/** Marks of acknowledgments and windows. */
final class AckMarks {
    private final MarkScan scan;

    AckMarks(MarkScan scan) {
        this.scan = scan;
    }

    /** A host sends a segment that only acknowledges. */
    void sent(long at, MarkHost host, Flight flight) {
        Segment segment = flight.segment();
        Flight cause = host.unanswered;
        Map<Quantity, Long> figures = new EnumMap<>(Quantity.class);
        figures.put(Quantity.ACK, Integer.toUnsignedLong(segment.ack()));
        if (cause != null) {
            figures.put(Quantity.OTHER_FLIGHT, cause.id());
        }
        boolean same = host.ackSent && segment.ack() == host.lastAck;
        if (cause != null && isChallenge(host, cause.segment(), same)) {
            scan.add(Kind.CHALLENGE_ACK, flight, host.side(), at, figures);
        } else if (same && host.probed) {
            scan.add(Kind.KEEP_ALIVE_ANSWER, flight, host.side(), at, figures);
        } else if (same && host.probedForWindow && segment.window() == 0) {
            scan.add(Kind.WINDOW_PROBE_ANSWER, flight, host.side(), at, figures);
        } else if (same && segment.window() > host.lastWindow) {
            figures.clear();
            figures.put(Quantity.WINDOW, (long) segment.window());
            figures.put(Quantity.PREVIOUS_WINDOW, (long) host.lastWindow);
            scan.add(Kind.WINDOW_UPDATE, flight, host.side(), at, figures);
        } else if (same && cause != null && isMisfit(cause.segment(), segment.ack())) {
            host.sameAcks++;
            figures.put(Quantity.COUNT, (long) host.sameAcks);
            scan.add(Kind.DUPLICATE_ACK, flight, host.side(), at, figures);
        }
    }

    /** Data that did not advance what is acknowledged, or an ACK that does not stand there. */
    private static boolean isMisfit(Segment cause, int acknowledged) {
        return cause.length() > 0 || cause.seq() != acknowledged;
    }

    /** RFC 5961, 3 to 5: a SYN, a RST off the mark, or an ACK of what was never sent. */
    private boolean isChallenge(MarkHost host, Segment cause, boolean same) {
        if (!same || !scan.stateBefore(host.side()).isSynchronized()) {
            return false;
        }
        if (cause.flags().rst()) {
            return true;
        }
        boolean first = cause.flags().syn() && !cause.flags().ack();
        return first || (cause.flags().ack() && host.nextKnown && gt(cause.ack(), host.next));
    }

    /** Notes what any segment acknowledges, and its window. */
    void note(MarkHost host, Flight flight) {
        Segment segment = flight.segment();
        if (!segment.flags().ack()) {
            return;
        }
        boolean shut = segment.window() == 0 && !segment.flags().syn();
        if (shut && !(host.ackSent && host.lastWindow == 0)) {
            Map<Quantity, Long> figures = new EnumMap<>(Quantity.class);
            figures.put(Quantity.ACK, Integer.toUnsignedLong(segment.ack()));
            if (host.ackSent) {
                figures.put(Quantity.PREVIOUS_WINDOW, (long) host.lastWindow);
            }
            scan.add(Kind.ZERO_WINDOW, flight, host.side(), flight.sentAtNanos(), figures);
        }
        if (!host.ackSent || segment.ack() != host.lastAck) {
            host.sameAcks = 0;
        }
        host.ackSent = true;
        host.lastAck = segment.ack();
        host.lastWindow = segment.window();
        host.ackFlight = flight.id();
        host.probed = false;
        host.probedForWindow = false;
    }
}
