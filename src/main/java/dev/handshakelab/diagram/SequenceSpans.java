package dev.handshakelab.diagram;

import dev.handshakelab.diagram.SequenceSpace.Content;
import dev.handshakelab.diagram.SequenceSpace.Edge;
import dev.handshakelab.diagram.SequenceSpace.Kind;
import dev.handshakelab.diagram.SequenceSpace.Pointer;
import dev.handshakelab.diagram.SequenceSpace.Span;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.Tcb.Held;
import dev.handshakelab.tcp.Tcb.Outstanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the spans of a sequence space one behind the other, without gap and without overlap. */
final class SequenceSpans {
    private final int origin;
    private final List<Span> spans = new ArrayList<>();
    private long end;

    /**
     * No span yet.
     *
     * @param origin the number from which distances count
     * @param initial the number of the SYN
     */
    private SequenceSpans(int origin, int initial) {
        this.origin = origin;
        this.end = -SequenceNumbers.toUnsigned(origin - initial);
    }

    static SequenceSpace sending(Tcb tcb, boolean windowKnown) {
        Tcb.SendVariables send = tcb.send();
        var spans = new SequenceSpans(send.una(), send.iss());
        boolean finSent = tcb.finSeq() != null;
        long next = spans.distance(send.nxt());
        long window = windowKnown ? send.wnd() : 0;
        spans.past(0, tcb.finAcknowledged() ? 1 : 0, 0, Kind.ACKNOWLEDGED, Kind.ACKNOWLEDGED);
        for (Outstanding element : tcb.retransmissionQueue()) {
            spans.element(element, next);
        }
        spans.upTo(next, Kind.IN_FLIGHT, Content.TEXT, 1);
        spans.queued(tcb.unsent().length(), Content.TEXT, window);
        spans.queued(tcb.closeRequested() && !finSent ? 1 : 0, Content.FIN, window);
        spans.upTo(window, Kind.USABLE, Content.NONE, 0);
        List<Edge> edges = new ArrayList<>();
        edges.add(spans.edge(Pointer.SND_UNA, 0));
        edges.add(spans.edge(Pointer.SND_NXT, next));
        if (windowKnown) {
            edges.add(spans.edge(Pointer.SND_WINDOW_END, window));
        }
        return spans.finish(edges);
    }

    static SequenceSpace receiving(Tcb tcb) {
        Tcb.ReceiveVariables receive = tcb.receive();
        var spans = new SequenceSpans(receive.nxt(), receive.irs());
        int fin = tcb.state().hasPeerFin() ? 1 : 0;
        spans.past(0, fin, tcb.unread().length(), Kind.RECEIVED, Kind.UNREAD);
        List<Held> held =
                tcb.reassemblyQueue().stream()
                        .sorted(Comparator.comparingLong(block -> spans.distance(block.seq())))
                        .toList();
        for (Held block : held) {
            long begin = spans.distance(block.seq());
            spans.upTo(begin, Kind.WINDOW, Content.NONE, 0);
            spans.upTo(begin + block.text().length(), Kind.HELD, Content.TEXT, 1);
            spans.upTo(spans.distance(block.end()), Kind.HELD, Content.FIN, 1);
        }
        spans.upTo(receive.wnd(), Kind.WINDOW, Content.NONE, 0);
        List<Edge> edges = new ArrayList<>();
        edges.add(spans.edge(Pointer.RCV_NXT, 0));
        edges.add(spans.edge(Pointer.RCV_WINDOW_END, receive.wnd()));
        return spans.finish(edges);
    }

    /** Windows are below 2^30: everything that is not past lies less than half a turn ahead. */
    private long distance(int number) {
        // In 32 bits, so that it wraps.
        int ahead = number - origin;
        return ahead;
    }

    private Edge edge(Pointer pointer, long offset) {
        return new Edge(pointer, offset, SequenceNumbers.of(origin + offset));
    }

    /** Adds numbers up to a distance, unless spans reach that far already. */
    private void upTo(long newEnd, Kind kind, Content content, int segments) {
        if (newEnd > end) {
            spans.add(new Span(kind, content, end, newEnd - end, segments));
            end = newEnd;
        }
    }

    /** Adds what is done with: the SYN, text, the last octets of it of another kind, the FIN. */
    private void past(long to, int fin, int late, Kind kind, Kind lateKind) {
        long textEnd = Math.max(Math.min(end + 1, to), to - fin);
        upTo(Math.min(end + 1, to), kind, Content.SYN, 0);
        upTo(Math.max(end, textEnd - late), kind, Content.TEXT, 0);
        upTo(textEnd, lateKind, Content.TEXT, 0);
        upTo(to, kind, Content.FIN, 0);
    }

    /** Adds what a segment on the retransmission queue sent, as far as it is not acknowledged. */
    private void element(Outstanding element, long limit) {
        long begin = distance(element.seq());
        long textBegin = begin + (element.flags().syn() ? 1 : 0);
        long textEnd = textBegin + element.text().length();
        upTo(Math.min(limit, textBegin), Kind.IN_FLIGHT, Content.SYN, 1);
        upTo(Math.min(limit, textEnd), Kind.IN_FLIGHT, Content.TEXT, 1);
        upTo(Math.min(limit, distance(element.end())), Kind.IN_FLIGHT, Content.FIN, 1);
    }

    /** Adds what waits to be sent, cut where the window ends. */
    private void queued(int length, Content content, long window) {
        long all = end + length;
        upTo(Math.min(all, window), Kind.QUEUED, content, 0);
        upTo(all, Kind.BLOCKED, content, 0);
    }

    private SequenceSpace finish(List<Edge> edges) {
        long first = spans.isEmpty() ? end : spans.getFirst().offset();
        long wrap = -SequenceNumbers.toUnsigned(origin);
        for (long offset : new long[] {wrap, wrap + (1L << 32)}) {
            if (first < offset && offset < end) {
                edges.add(edge(Pointer.WRAP, offset));
            }
        }
        edges.sort(Comparator.comparingLong(Edge::offset));
        spans.add(new Span(Kind.BEYOND, Content.NONE, end, 0, 0));
        return new SequenceSpace(spans, edges);
    }
}
