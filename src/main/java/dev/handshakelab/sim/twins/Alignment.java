package dev.handshakelab.sim.twins;

import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostInfo;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two stories on one clock: both have the same number of frames, and frames of the same index
 * happen at the same time. Where something happens in only one of them, the other has a frame
 * without facts.
 *
 * @param first one story
 * @param second the other
 */
public record Alignment(Timeline first, Timeline second) {
    /** Lays two stories side by side; frames that are set off by the same thing share an index. */
    public static Alignment of(Timeline first, Timeline second) {
        return new Zip(first.frames(), second.frames()).align(first, second);
    }

    /** Walks through both lists of frames. */
    private static final class Zip {
        private final List<Frame> left;
        private final List<Frame> right;
        private final List<Frame> leftOut = new ArrayList<>();
        private final List<Frame> rightOut = new ArrayList<>();
        private int l;
        private int r;

        Zip(List<Frame> left, List<Frame> right) {
            this.left = left;
            this.right = right;
        }

        Alignment align(Timeline first, Timeline second) {
            // Both begin with a frame in which nothing has happened yet.
            add(left.get(l++), right.get(r++));
            while (l < left.size() || r < right.size()) {
                next(l < left.size() ? left.get(l) : null, r < right.size() ? right.get(r) : null);
            }
            return new Alignment(
                    timeline(first.hostA(), first.hostB(), leftOut),
                    timeline(second.hostA(), second.hostB(), rightOut));
        }

        private void next(@Nullable Frame a, @Nullable Frame b) {
            if (b == null || (a != null && a.atNanos() < b.atNanos())) {
                add(a, null);
                l++;
            } else if (a == null || b.atNanos() < a.atNanos()) {
                add(null, b);
                r++;
            } else if (isSameCause(a, b)) {
                add(a, b);
                l++;
                r++;
            } else if (hasSameCauseLater(a)) {
                add(null, b);
                r++;
            } else {
                add(a, null);
                l++;
            }
        }

        /** Whether what sets off a frame also happens in the other story later at this instant. */
        private boolean hasSameCauseLater(Frame a) {
            for (int i = r; i < right.size() && right.get(i).atNanos() == a.atNanos(); i++) {
                if (isSameCause(a, right.get(i))) {
                    return true;
                }
            }
            return false;
        }

        private void add(@Nullable Frame a, @Nullable Frame b) {
            leftOut.add(a == null ? still(leftOut, b) : indexed(a, leftOut.size()));
            rightOut.add(b == null ? still(rightOut, a) : indexed(b, rightOut.size()));
        }

        private static Timeline timeline(HostInfo a, HostInfo b, List<Frame> frames) {
            return new Timeline(a, b, frames);
        }

        private static Frame indexed(Frame frame, int index) {
            return new Frame(
                    index, frame.atNanos(), frame.facts(), frame.a(), frame.b(), frame.inTransit());
        }

        /** Nothing happens: everything is as before, only later. */
        private static Frame still(List<Frame> before, @Nullable Frame other) {
            Frame last = before.getLast();
            long atNanos = other == null ? last.atNanos() : other.atNanos();
            return new Frame(
                    before.size(), atNanos, List.of(), last.a(), last.b(), last.inTransit());
        }
    }

    /** Whether two frames were set off by the same thing. */
    private static boolean isSameCause(Frame a, Frame b) {
        if (a.facts().isEmpty() || b.facts().isEmpty()) {
            return a.facts().isEmpty() && b.facts().isEmpty();
        }
        Fact first = a.facts().getFirst();
        Fact second = b.facts().getFirst();
        return first.side() == second.side()
                && first.getClass().equals(second.getClass())
                && cause(first).equals(cause(second));
    }

    private static Object cause(Fact fact) {
        return switch (fact) {
            case Fact.Called(_, _, TcpEvent.UserCall call) -> call;
            case Fact.TimerFired fired -> fired.kind();
            case Fact.OfSegment of -> flags(of.flight());
            case Fact.OfTimer _, Fact.OfMachine _, Fact.FromOutside _ -> "";
        };
    }

    /** Numbers may differ between twins; what kind of segment it is and whence does not. */
    private static Object flags(Flight flight) {
        return List.of(flight.segment().flags(), flight.segment().text(), flight.origin());
    }
}
