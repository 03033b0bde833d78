package dev.handshakelab.tcp;

import dev.handshakelab.tcp.TcpEvent.SegmentArrives;
import java.util.List;

/** Moves all numbers of one side along the circle, and those of the other by another distance. */
final class Relabelled {
    private Relabelled() {}

    /** An event with {@code theirs} added to the peer's numbers and {@code ours} to ours. */
    static TcpEvent event(TcpEvent event, int ours, int theirs) {
        if (!(event instanceof SegmentArrives arrives)) {
            return event;
        }
        Segment old = arrives.segment();
        Segment moved =
                new Segment(
                        old.seq() + theirs,
                        old.flags().ack() ? old.ack() + ours : 0,
                        old.flags(),
                        old.window(),
                        old.urgentPointer(),
                        old.options(),
                        old.text());
        return new SegmentArrives(arrives.atNanos(), arrives.source(), moved, arrives.moreQueued());
    }

    /** What a step sends, moved; a reset without ACK bit stands at a number of ours. */
    static List<Segment> emissions(Transition step, int ours, int theirs) {
        return step.emissions().stream()
                .map(Emission::segment)
                .map(segment -> moved(segment, ours, theirs))
                .toList();
    }

    private static Segment moved(Segment segment, int ours, int theirs) {
        // <SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK> begins at 0 wherever our numbers lie.
        boolean fixed = segment.flags().equals(Flags.RST_ACK) && segment.seq() == 0;
        return new Segment(
                fixed ? 0 : segment.seq() + ours,
                segment.flags().ack() ? segment.ack() + theirs : 0,
                segment.flags(),
                segment.window(),
                segment.urgentPointer(),
                segment.options(),
                segment.text());
    }
}
