package dev.handshakelab.diagram;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import org.jspecify.annotations.Nullable;

/** A thing in the picture; all places in px. */
public sealed interface DiagramItem {
    /** What it covers, label included. */
    Box bounds();

    /** The frame in which it begins. */
    int frameIndex();

    /** What selecting it selects; null: it cannot be selected. */
    @Nullable Target target();

    /** Its text; null: none. */
    @Nullable Label label();

    /**
     * The same thing, drawn so much further down, px. What lasts long may be cut off far from
     * there: graphics cards count in floating-point numbers of 24 bits.
     */
    DiagramItem movedBy(double dy);

    /** Where an arrow begins. */
    enum ArrowStart {
        /** At a host. */
        HOST,
        /** Where the segment was copied from left; the same point as the original's. */
        COPY,
        /** In the network: it comes from outside. */
        OUTSIDE
    }

    /** How an arrow ends. */
    enum ArrowEnd {
        /** It reaches the other host. */
        ARRIVES,
        /** Lost on its way. */
        LOST,
        /** Kept by the network. */
        HELD,
        /** Still on its way when the story ends. */
        UNDER_WAY
    }

    /** How a run of a timer ends. */
    enum TimerEnd {
        FIRED,
        STOPPED,
        /** Started anew before it fired. */
        RESTARTED,
        /** Still running when the story ends. */
        RUNNING
    }

    /** What a note in the margin tells. */
    enum NoteKind {
        CALL,
        NOTICE,
        ERROR,
        /** A crash, a pulled cable and the like. */
        INCIDENT
    }

    /**
     * A segment on its way from (x0, y0) to (x1, y1).
     *
     * @param endFrame the frame in which it arrives or is lost; {@link Integer#MAX_VALUE}: in none
     * @param shortText its control bits, for the moving mark
     */
    record Arrow(
            Target.OfFlight target,
            SegmentKind kind,
            ArrowStart start,
            ArrowEnd end,
            double x0,
            double y0,
            double x1,
            double y1,
            Label label,
            String shortText,
            int endFrame)
            implements DiagramItem {
        public Flight flight() {
            return target.flight();
        }

        @Override
        public int frameIndex() {
            return target.frameIndex();
        }

        @Override
        public Box bounds() {
            Box line = new Box(Math.min(x0, x1), y0, Math.abs(x1 - x0), y1 - y0);
            return line.union(label.box());
        }

        @Override
        public Arrow movedBy(double dy) {
            return new Arrow(
                    target,
                    kind,
                    start,
                    end,
                    x0,
                    y0 + dy,
                    x1,
                    y1 + dy,
                    label.movedBy(0, dy),
                    shortText,
                    endFrame);
        }

        /** Where the arrow is at a height: between its ends, whatever the height. */
        public double xAt(double y) {
            if (y <= y0) {
                return x0;
            }
            return y >= y1 ? x1 : x0 + (x1 - x0) * (y - y0) / (y1 - y0);
        }
    }

    /**
     * A host stays in a state.
     *
     * @param box the band
     * @param label the name of the state at the upper end of the band, with room for an icon on its
     *     left
     * @param endFrame the frame that leaves the state; {@link Integer#MAX_VALUE}: none
     */
    record StateBand(Target.OfState target, Certainty certainty, Box box, Label label, int endFrame)
            implements DiagramItem {
        public Side side() {
            return target.side();
        }

        public TcpState state() {
            return target.state();
        }

        @Override
        public int frameIndex() {
            return target.frameIndex();
        }

        @Override
        public Box bounds() {
            return box.union(label.box());
        }

        @Override
        public StateBand movedBy(double dy) {
            return new StateBand(
                    target, certainty, box.movedAndCut(dy), label.movedBy(0, dy), endFrame);
        }
    }

    /**
     * A timer runs.
     *
     * @param box the ribbon
     * @param text what its label says or would say
     * @param label null if it would only repeat what the ribbon before it said
     * @param endFrame the frame that ends it; {@link Integer#MAX_VALUE}: none
     */
    record Ribbon(
            Target.OfTimer target,
            TimerEnd end,
            Box box,
            String text,
            @Nullable Label label,
            int endFrame)
            implements DiagramItem {
        public Side side() {
            return target.side();
        }

        public TimerKind timer() {
            return target.timer();
        }

        @Override
        public int frameIndex() {
            return target.frameIndex();
        }

        @Override
        public Box bounds() {
            return label == null ? box : box.union(label.box());
        }

        @Override
        public Ribbon movedBy(double dy) {
            Label moved = label == null ? null : label.movedBy(0, dy);
            return new Ribbon(target, end, box.movedAndCut(dy), text, moved, endFrame);
        }
    }

    /**
     * A call, a notice or an incident in the margin.
     *
     * @param tieX where the line ends that ties it to its lifeline, which begins at the label
     */
    record Note(Target.OfNote target, NoteKind kind, Label label, double tieX)
            implements DiagramItem {
        public Side side() {
            return target.side();
        }

        @Override
        public int frameIndex() {
            return target.frameIndex();
        }

        @Override
        public Box bounds() {
            return label.box();
        }

        @Override
        public Note movedBy(double dy) {
            return new Note(target, kind, label.movedBy(0, dy), tieX);
        }
    }

    /**
     * Time that was squeezed.
     *
     * @param frameIndex the frame before it
     * @param nanos how much time passes from that frame to the next
     * @param bounds the strip across lifelines and wire
     * @param tearPx how wide a lifeline with its ribbons is, which the break tears
     */
    record IdleBreak(int frameIndex, long nanos, Box bounds, double tearPx, Label label)
            implements DiagramItem {
        @Override
        public @Nullable Target target() {
            return null;
        }

        @Override
        public IdleBreak movedBy(double dy) {
            Box moved = new Box(bounds.x(), bounds.y() + dy, bounds.width(), bounds.height());
            return new IdleBreak(frameIndex, nanos, moved, tearPx, label.movedBy(0, dy));
        }
    }
}
