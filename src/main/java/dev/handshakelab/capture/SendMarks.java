package dev.handshakelab.capture;

import static dev.handshakelab.tcp.SequenceNumbers.ge;
import static dev.handshakelab.tcp.SequenceNumbers.gt;
import static dev.handshakelab.tcp.SequenceNumbers.le;
import static dev.handshakelab.tcp.SequenceNumbers.lt;

import dev.handshakelab.capture.Mark.Kind;
import dev.handshakelab.capture.Mark.Quantity;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Marks of what hosts send: again, or as a probe. */
final class SendMarks {
    private static final int ENOUGH_DUPLICATES = 3;

    /** No timer of a sender runs shorter. */
    private static final long LEAST_TIMEOUT_NANOS = 200_000_000;

    /** What comes so soon after a gap was overtaken rather than sent again. */
    private static final long OVERTAKEN_NANOS = 3_000_000;

    private final MarkScan scan;
    private final ResetMarks resets;
    private final AckMarks acks;

    SendMarks(MarkScan scan) {
        this.scan = scan;
        resets = new ResetMarks(scan);
        acks = new AckMarks(scan);
    }

    /** A host sends. */
    void sent(long at, Side side, Flight flight) {
        MarkHost host = scan.host(side);
        Segment segment = flight.segment();
        Long copyOf = scan.copyOf(flight.id());
        if (copyOf != null) {
            Map<Quantity, Long> figures = numbers(segment);
            figures.remove(Quantity.LENGTH);
            figures.put(Quantity.OTHER_FLIGHT, copyOf);
            scan.add(Kind.NETWORK_COPY, flight, host.side().other(), at, figures);
            return;
        }
        if (segment.flags().rst()) {
            resets.sent(at, host, flight);
            host.answered();
            host.unanswered = null;
            return;
        }
        if (segment.flags().syn()) {
            syn(at, host, flight);
        } else if (isProbe(host, segment)) {
            probe(at, host, flight);
        } else if (segment.length() > 0) {
            text(at, host, flight);
        } else if (segment.flags().ack()) {
            acks.sent(at, host, flight);
        }
        acks.note(host, flight);
        host.unanswered = null;
    }

    // SYN

    private void syn(long at, MarkHost host, Flight flight) {
        Segment segment = flight.segment();
        MarkHost.Original before = host.original(segment.seq());
        boolean isSyn = before != null && before.flight().segment().flags().syn();
        // A host that lost its memory may choose the same number again.
        boolean opens =
                !scan.stateBefore(host.side()).isSynchronized()
                        && scan.stateBefore(host.side()) != scan.stateAfter(host.side())
                        && scan.stateAfter(host.side()) == TcpState.SYN_SENT;
        if (before == null || !isSyn || opens) {
            if (!segment.flags().ack() && host.hadConnection) {
                reuse(at, host, flight);
            }
            host.begin(segment);
            host.hadConnection = true;
        } else if (before.flight().segment().flags().ack() == segment.flags().ack()) {
            scan.add(Kind.SYN_RETRANSMITTED, flight, host.side(), at, again(host, flight, at));
            host.repeats++;
        }
        host.noteSent(flight, at);
        if (segment.flags().ack()) {
            host.answered();
        } else {
            host.trySyn(flight, at);
        }
    }

    private void reuse(long at, MarkHost host, Flight flight) {
        MarkHost peer = scan.host(host.side().other());
        Map<Quantity, Long> figures = numbers(flight.segment());
        figures.remove(Quantity.LENGTH);
        if (scan.stateBefore(peer.side()) == TcpState.TIME_WAIT) {
            figures.put(Quantity.EXPECTED, Integer.toUnsignedLong(peer.lastAck));
            scan.add(Kind.TIME_WAIT_REUSED, flight, host.side(), at, figures);
        } else {
            figures.put(Quantity.NANOS, at - host.lastArrivedAt);
            scan.add(Kind.PORT_REUSED, flight, host.side(), at, figures);
        }
    }

    // Data and FIN

    private void text(long at, MarkHost host, Flight flight) {
        Segment segment = flight.segment();
        if (host.nextKnown && gt(segment.seq(), host.next)) {
            Map<Quantity, Long> figures = numbers(segment);
            figures.remove(Quantity.LENGTH);
            figures.put(Quantity.EXPECTED, Integer.toUnsignedLong(host.next));
            scan.add(Kind.LOSS_SUSPECTED, flight, host.side(), at, figures);
            host.gaps.put(host.next, flight);
            host.gapBefore = flight;
            host.gapAt = at;
        } else if (host.nextKnown && lt(segment.seq(), host.next)) {
            again(at, host, flight);
        } else if (!segment.text().isEmpty()) {
            halfClose(at, host, flight);
        }
        host.finSent |= segment.flags().fin();
        if (!segment.text().isEmpty()) {
            host.textAfterText = null;
        }
        host.noteSent(flight, at);
    }

    private void halfClose(long at, MarkHost host, Flight flight) {
        boolean peerFinished = scan.stateBefore(host.side()) == TcpState.CLOSE_WAIT;
        if (peerFinished && host.noteOnce(Kind.HALF_CLOSE)) {
            scan.add(Kind.HALF_CLOSE, flight, host.side(), at, numbers(flight.segment()));
        }
    }

    private void again(long at, MarkHost host, Flight flight) {
        Segment segment = flight.segment();
        boolean seen = host.original(segment.seq()) != null;
        Flight gap = host.gaps.getOrDefault(segment.seq(), host.gapBefore);
        if (!seen && gap != null && !host.isWatched() && isOvertaken(at, host, segment, gap)) {
            Map<Quantity, Long> figures = numbers(segment);
            figures.remove(Quantity.LENGTH);
            figures.put(Quantity.OTHER_FLIGHT, gap.id());
            scan.withdraw(Kind.LOSS_SUSPECTED, gap.id());
            scan.add(Kind.OUT_OF_ORDER, flight, host.side(), at, figures);
            return;
        }
        MarkHost peer = scan.host(host.side().other());
        Map<Quantity, Long> figures = again(host, flight, at);
        host.repeats++;
        if (isAcknowledged(host, peer, segment)) {
            figures.put(Quantity.ACK, Integer.toUnsignedLong(peer.lastAck));
            scan.add(Kind.RETRANSMISSION_SPURIOUS, flight, host.side(), at, figures);
            return;
        }
        MarkHost.Original original = host.original(segment.seq());
        long waited = original == null ? at - host.gapAt : at - original.atNanos();
        host.recovering &= lt(host.una, host.recoverUntil);
        boolean isFast =
                host.recovering
                        || host.duplicateAcks >= ENOUGH_DUPLICATES
                        || (host.duplicateAcks > 0 && waited < LEAST_TIMEOUT_NANOS);
        if (isFast && (original == null || original.count() == 0)) {
            if (!host.recovering) {
                host.recovering = true;
                host.recoverUntil = host.next;
            }
            figures.put(Quantity.COUNT, (long) host.duplicateAcks);
            scan.add(Kind.RETRANSMISSION_FAST, flight, host.side(), at, figures);
        } else {
            scan.add(Kind.RETRANSMISSION_TIMEOUT, flight, host.side(), at, figures);
        }
    }

    /** What was sent before the segment behind the gap was overtaken; timestamps tell, or time. */
    private static boolean isOvertaken(long at, MarkHost host, Segment segment, Flight gap) {
        Optional<SegmentOptions.Timestamps> mine = segment.options().timestamps();
        Optional<SegmentOptions.Timestamps> behind = gap.segment().options().timestamps();
        if (mine.isPresent() && behind.isPresent()) {
            return le(mine.get().value(), behind.get().value());
        }
        return at - host.gapAt < OVERTAKEN_NANOS;
    }

    /** Whether its acknowledgment had been sent, and was not lost as far as anybody knows. */
    private boolean isAcknowledged(MarkHost host, MarkHost peer, Segment segment) {
        if (host.unaKnown && ge(host.una, segment.end())) {
            return true;
        }
        boolean sent = peer.isWatched() && peer.ackSent && ge(peer.lastAck, segment.end());
        return sent && !scan.isLost(peer.ackFlight);
    }

    private static Map<Quantity, Long> again(MarkHost host, Flight flight, long at) {
        Map<Quantity, Long> figures = numbers(flight.segment());
        MarkHost.Original original = host.original(flight.segment().seq());
        if (original != null) {
            figures.put(Quantity.OTHER_FLIGHT, original.flight().id());
            figures.put(Quantity.NANOS, at - original.atNanos());
            figures.put(Quantity.COUNT, original.count() + 1L);
        }
        return figures;
    }

    // Probes

    /** An octet that was acknowledged, or none, at the number before the next one. */
    private static boolean isProbe(MarkHost host, Segment segment) {
        if (segment.flags().fin() || !host.nextKnown) {
            return false;
        }
        boolean before =
                segment.text().length() <= 1
                        && segment.seq() == host.next - 1
                        && host.unaKnown
                        && host.una == host.next;
        boolean intoShut =
                host.peerWindowKnown
                        && host.peerWindow == 0
                        && !segment.text().isEmpty()
                        && host.unaKnown
                        && le(segment.seq(), host.una);
        return before || intoShut;
    }

    private void probe(long at, MarkHost host, Flight flight) {
        MarkHost peer = scan.host(host.side().other());
        Map<Quantity, Long> figures = numbers(flight.segment());
        boolean isShut = host.peerWindowKnown && host.peerWindow == 0;
        host.repeats++;
        peer.probed = !isShut;
        peer.probedForWindow = isShut;
        if (isShut) {
            scan.add(Kind.WINDOW_PROBE, flight, host.side(), at, figures);
            host.noteSent(flight, at);
        } else {
            figures.remove(Quantity.LENGTH);
            figures.put(Quantity.EXPECTED, Integer.toUnsignedLong(host.next));
            scan.add(Kind.KEEP_ALIVE, flight, host.side(), at, figures);
        }
    }

    private static Map<Quantity, Long> numbers(Segment segment) {
        return new EnumMap<>(MarkScan.figures(segment));
    }
}
