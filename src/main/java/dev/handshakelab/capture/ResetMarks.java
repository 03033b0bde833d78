package dev.handshakelab.capture;

import static dev.handshakelab.tcp.SequenceNumbers.gt;

import dev.handshakelab.capture.Mark.Kind;
import dev.handshakelab.capture.Mark.Quantity;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Flight;
import java.util.EnumMap;
import java.util.Map;

/** Why a host sends a RST (RFC 9293, 3.5.2 and 3.5.3). */
final class ResetMarks {
    /** Who asks so often in vain gives up. */
    private static final int MANY_REPEATS = 2;

    private final MarkScan scan;

    ResetMarks(MarkScan scan) {
        this.scan = scan;
    }

    void sent(long at, MarkHost host, Flight flight) {
        Segment reset = flight.segment();
        Flight cause = host.unanswered;
        Map<Quantity, Long> figures = new EnumMap<>(Quantity.class);
        figures.put(Quantity.SEQ, Integer.toUnsignedLong(reset.seq()));
        if (cause != null && answers(reset, cause.segment())) {
            figures.put(Quantity.OTHER_FLIGHT, cause.id());
            Kind kind = answer(host, cause.segment());
            if (kind == Kind.RESET_ACK_OF_UNSENT) {
                figures.put(Quantity.ACK, Integer.toUnsignedLong(cause.segment().ack()));
                if (host.nextKnown) {
                    figures.put(Quantity.EXPECTED, Integer.toUnsignedLong(host.next));
                }
            } else if (kind == Kind.RESET_DATA_AFTER_CLOSE) {
                figures.put(Quantity.LENGTH, (long) cause.segment().text().length());
            }
            scan.add(kind, flight, host.side(), at, figures);
        } else {
            scan.add(abort(at, host, figures), flight, host.side(), at, figures);
        }
    }

    /** The two forms of RFC 9293, 3.10.7.1. */
    private static boolean answers(Segment reset, Segment cause) {
        return reset.flags().ack()
                ? !cause.flags().ack() && reset.seq() == 0 && reset.ack() == cause.end()
                : cause.flags().ack() && reset.seq() == cause.ack();
    }

    private Kind answer(MarkHost host, Segment cause) {
        TcpState before = host.stateBeforeArrival;
        if (!cause.flags().ack()) {
            return cause.flags().syn() ? Kind.RESET_REFUSED : Kind.RESET_NO_CONNECTION;
        }
        boolean ofUnsent =
                !host.nextKnown || gt(cause.ack(), host.next) || !acknowledgesSyn(host, cause);
        return switch (before) {
            case CLOSED, TIME_WAIT -> Kind.RESET_NO_CONNECTION;
            case LISTEN -> host.hadConnection ? Kind.RESET_NO_CONNECTION : Kind.RESET_ACK_OF_UNSENT;
            case SYN_SENT -> ofUnsent ? Kind.RESET_ACK_OF_UNSENT : Kind.RESET_NO_CONNECTION;
            case SYN_RECEIVED -> ofUnsent ? Kind.RESET_ACK_OF_UNSENT : Kind.RESET_NO_ROOM;
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK ->
                    cause.text().isEmpty() ? Kind.RESET_NO_CONNECTION : Kind.RESET_DATA_AFTER_CLOSE;
            case ESTABLISHED, CLOSE_WAIT -> Kind.RESET_NO_CONNECTION;
        };
    }

    private static boolean acknowledgesSyn(MarkHost host, Segment cause) {
        MarkHost.Original original = host.original(cause.ack() - 1);
        return original != null && original.flight().segment().flags().syn();
    }

    private static Kind abort(long at, MarkHost host, Map<Quantity, Long> figures) {
        if (host.repeats >= MANY_REPEATS) {
            figures.put(Quantity.COUNT, (long) host.repeats);
            figures.put(Quantity.NANOS, at - host.lastArrivedAt);
            return Kind.RESET_GAVE_UP;
        }
        Flight unread = host.textAfterText;
        if (unread != null) {
            figures.put(Quantity.OTHER_FLIGHT, unread.id());
            figures.put(Quantity.LENGTH, (long) unread.segment().text().length());
            return Kind.RESET_ABORT_UNREAD;
        }
        return Kind.RESET_ABORT;
    }
}
