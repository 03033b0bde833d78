package dev.handshakelab.diagram;

import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What would have happened without the touch, drawn faintly under a picture: the segments of the
 * course that it left, as far as the picture has no such segment itself and reaches to their time.
 * It has no words, so that none stands in the way of those of the picture.
 *
 * @param arrows in the order of departure
 */
public record Ghost(List<Arrow> arrows) {
    /** A picture with more of them would only be grey. */
    static final int MOST = 400;

    private static final double LEAST_SLOPE_EM = 0.4;

    public Ghost {
        arrows = List.copyOf(arrows);
    }

    /**
     * A segment that travels here in the other course only.
     *
     * @param isLost whether it ends on its way
     */
    public record Arrow(double x0, double y0, double x1, double y1, boolean isLost) {}

    /**
     * The ghost of a course under the picture of another one that left it.
     *
     * @param left the course that was left
     * @param lastShared the last frame that both have
     */
    public static Ghost of(DiagramLayout layout, Timeline left, int lastShared) {
        Timeline shown = layout.timeline();
        long fromNanos = left.frame(Math.min(lastShared, left.lastIndex())).atNanos();
        Map<Long, Flight> known = new HashMap<>();
        shown.flights().forEach(flight -> known.put(flight.id(), flight));
        List<Arrow> arrows = new ArrayList<>();
        for (Flight flight : left.flights()) {
            boolean later = flight.sentAtNanos() >= fromNanos || flight.endsAtNanos() >= fromNanos;
            boolean inPicture = flight.sentAtNanos() <= shown.endNanos();
            if (later && inPicture && !isSame(flight, known) && arrows.size() < MOST) {
                Arrow arrow = arrow(layout, flight);
                // What falls into idle time that is squeezed here would be a smear.
                if (arrow.y1() - arrow.y0() >= LEAST_SLOPE_EM * layout.emPx()) {
                    arrows.add(arrow);
                }
            }
        }
        return new Ghost(arrows);
    }

    /** The number alone does not tell: after the touch both courses count on. */
    private static boolean isSame(Flight flight, Map<Long, Flight> known) {
        Flight same = known.get(flight.id());
        return same != null
                && same.from() == flight.from()
                && same.sentAtNanos() == flight.sentAtNanos()
                && same.fate().equals(flight.fate())
                && same.segment().equals(flight.segment());
    }

    private static Arrow arrow(DiagramLayout layout, Flight flight) {
        TimeAxis axis = layout.axis();
        double x0 = layout.lane(flight.from()).wireX();
        double x1 = layout.lane(flight.to()).wireX();
        double y0 = axis.yAt(flight.sentAtNanos());
        long endNanos = layout.timeline().endNanos();
        long ends = flight.fate() instanceof Fate.Held ? endNanos : flight.endsAtNanos();
        boolean isLost = flight.isLost() || flight.fate() instanceof Fate.Held;
        double reach = isLost ? 0.5 : 1;
        // What would end below the picture is cut off at its end.
        double shownPart = ends <= endNanos ? 1 : part(flight.sentAtNanos(), endNanos, ends);
        double x = x0 + (x1 - x0) * reach * shownPart;
        return new Arrow(x0, y0, x, axis.yAt(Math.min(ends, endNanos)), isLost);
    }

    private static double part(long from, long to, long end) {
        return end == from ? 1 : (double) (to - from) / (end - from);
    }
}
