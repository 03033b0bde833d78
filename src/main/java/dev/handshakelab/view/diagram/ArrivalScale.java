package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.TimeAxis;
import dev.handshakelab.timeline.Timeline;

/**
 * The times to which the head of one arrow can be dragged. They snap to what happens near by, and
 * else to numbers as round as a pixel allows.
 */
record ArrivalScale(DiagramLayout layout, Timeline timeline, Arrow arrow) {
    private static final double SNAP_EM = 0.35;
    private static final double LEAST_PX_FOR_FLIGHT = 8;

    /** The time of arrival for a height, ns; never before the departure. */
    long nanosAt(double y) {
        double snap = SNAP_EM * layout.emPx();
        TimeAxis axis = layout.axis();
        long departure = arrow.flight().sentAtNanos();
        if (y <= arrow.y0() + snap) {
            return departure;
        }
        int above = axis.frameAtY(y);
        for (int frame = above; frame <= Math.min(above + 1, timeline.lastIndex()); frame++) {
            long atNanos = timeline.frame(frame).atNanos();
            if (Math.abs(axis.yOfFrame(frame) - y) <= snap && atNanos > departure) {
                return atNanos;
            }
        }
        double nanos = raw(y);
        long grid = grid(Math.abs(raw(y + 1) - nanos));
        return Math.max(departure, Math.round(nanos / grid) * grid);
    }

    /** Beyond the end of the picture time goes on as fast as it went for this segment. */
    private double raw(double y) {
        double bottom = layout.axis().yAt(Double.MAX_VALUE);
        if (y <= bottom) {
            return layout.axis().nanosAt(y);
        }
        double end = layout.axis().nanosAt(bottom);
        double height = Math.max(LEAST_PX_FOR_FLIGHT, arrow.y1() - arrow.y0());
        double flight = layout.axis().nanosAt(arrow.y1()) - layout.axis().nanosAt(arrow.y0());
        return end + (y - bottom) * Math.max(1e6, flight) / height;
    }

    /** The smallest 1, 2 or 5 times a power of ten that is at least as large, from 1 µs on. */
    private static long grid(double nanosPerPx) {
        long power = 1_000;
        while (true) {
            for (long step : new long[] {power, 2 * power, 5 * power}) {
                if (step >= nanosPerPx) {
                    return step;
                }
            }
            power *= 10;
        }
    }
}
