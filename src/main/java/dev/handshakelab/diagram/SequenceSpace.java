package dev.handshakelab.diagram;

import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.HostView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a connection as a host sees it: the sequence numbers from the initial one on, in
 * spans without a gap (RFC 9293, 3.3.1, figures 3 and 4). Distances are counted from SND.UNA or
 * RCV.NXT, so that nothing happens at the wrap from 4294967295 to 0.
 *
 * @param spans from the initial number on; the last one is BEYOND and has no end
 * @param edges where the variables point to, from left to right
 */
public record SequenceSpace(List<Span> spans, List<Edge> edges) {
    /** What is known of the numbers in a span. */
    public enum Kind {
        /** Sent, and acknowledged by the peer. */
        ACKNOWLEDGED(false),
        /** Sent, not acknowledged. */
        IN_FLIGHT(false),
        /** Accepted from the user, not sent; the window has room for it. */
        QUEUED(false),
        /** Accepted from the user, not sent; beyond the window. */
        BLOCKED(false),
        /** May be sent, but there is nothing to send. */
        USABLE(true),
        /** Received in order, and taken by the user. */
        RECEIVED(false),
        /** Received in order, not yet taken by the user. */
        UNREAD(false),
        /** Received beyond a gap. */
        HELD(false),
        /** May be received; has not come. */
        WINDOW(true),
        /** Must not be sent, will not be received. */
        BEYOND(true);

        private final boolean empty;

        Kind(boolean empty) {
            this.empty = empty;
        }

        /** Whether no one has put anything there. */
        public boolean isEmpty() {
            return empty;
        }
    }

    /** What uses the numbers of a span. */
    public enum Content {
        SYN,
        TEXT,
        FIN,
        /** Nothing yet. */
        NONE
    }

    /**
     * Neighbouring numbers with the same fate.
     *
     * @param offset distance of the first one from SND.UNA or RCV.NXT; negative before it
     * @param length how many; 0 for BEYOND
     * @param segments how many elements of a queue it stands for; 0 where there is no queue
     */
    public record Span(Kind kind, Content content, long offset, long length, int segments) {
        /** The distance of the number behind the last one. */
        public long end() {
            return offset + length;
        }

        /** This span and the one behind it as one. */
        Span joined(Span next) {
            return new Span(kind, content, offset, length + next.length, segments + next.segments);
        }
    }

    /** What an edge stands for. */
    public enum Pointer {
        SND_UNA("SND.UNA"),
        SND_NXT("SND.NXT"),
        SND_WINDOW_END("SND.UNA+SND.WND"),
        RCV_NXT("RCV.NXT"),
        RCV_WINDOW_END("RCV.NXT+RCV.WND"),
        /** Number 0: here the numbers begin anew (RFC 9293, 3.4). */
        WRAP("2^32");

        private final String expression;

        Pointer(String expression) {
            this.expression = expression;
        }

        /** The variable or sum as the RFC spells it. */
        public String expression() {
            return expression;
        }
    }

    /**
     * The left edge of a number.
     *
     * @param offset its distance from SND.UNA or RCV.NXT
     * @param seq the number
     */
    public record Edge(Pointer pointer, long offset, int seq) {}

    public SequenceSpace {
        spans = List.copyOf(spans);
        edges = List.copyOf(edges);
    }

    /** The numbers that the host sends; null while it has none. */
    public static @Nullable SequenceSpace sending(HostView host) {
        Tcb tcb = host.tcb();
        return tcb == null || !hasSendNumbers(tcb.state())
                ? null
                : SequenceSpans.sending(tcb, hasReceiveNumbers(tcb.state()));
    }

    /** The numbers that the host receives; null while it knows none. */
    public static @Nullable SequenceSpace receiving(HostView host) {
        Tcb tcb = host.tcb();
        return tcb == null || !hasReceiveNumbers(tcb.state()) ? null : SequenceSpans.receiving(tcb);
    }

    /** Whether a host in this state has chosen its initial number. */
    public static boolean hasSendNumbers(TcpState state) {
        return state != TcpState.CLOSED && state != TcpState.LISTEN;
    }

    /** Whether a host in this state knows the peer's initial number and window. */
    public static boolean hasReceiveNumbers(TcpState state) {
        return hasSendNumbers(state) && state != TcpState.SYN_SENT;
    }

    /** How many numbers have this fate, BEYOND apart. */
    public long count(Kind kind) {
        return spans.stream().filter(span -> span.kind() == kind).mapToLong(Span::length).sum();
    }
}
