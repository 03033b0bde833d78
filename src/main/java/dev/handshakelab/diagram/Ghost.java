package dev.handshakelab.diagram;

import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

    /** Longer stories have no ghost: it takes time in proportion to their length. */
    static final int MOST_FRAMES = 5_000;

    private static final double LEAST_SLOPE_EM = 0.3;

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
        if (shown.lastIndex() > MOST_FRAMES || left.lastIndex() > MOST_FRAMES) {
            return new Ghost(List.of());
        }
        long fromNanos = left.frame(Math.min(lastShared, left.lastIndex())).atNanos();
        Map<Long, Flight> known = new HashMap<>();
        shown.flights().forEach(flight -> known.put(flight.id(), flight));
        List<Flight> own =
                left.flights().stream()
                        .filter(flight -> flight.endsAtNanos() >= fromNanos)
                        .filter(flight -> flight.sentAtNanos() <= shown.endNanos())
                        .filter(flight -> !flight.equals(known.get(flight.id())))
                        .filter(flight -> !(flight.fate() instanceof Fate.Held))
                        .limit(MOST)
                        .toList();
        NavigableSet<Long> times = new TreeSet<>();
        for (Flight flight : own) {
            times.add(flight.sentAtNanos());
            times.add(flight.endsAtNanos());
        }
        GhostScale scale = new GhostScale(layout, times);
        Map<Long, Double> departures = departures(layout);
        List<Arrow> arrows = new ArrayList<>();
        for (Flight flight : own) {
            Flight same = known.get(flight.id());
            boolean alike = same != null && isSameDeparture(same, flight);
            Double y0 = alike ? departures.get(flight.id()) : null;
            Arrow arrow = arrow(layout, scale, flight, y0);
            if (arrow != null) {
                arrows.add(arrow);
            }
        }
        return new Ghost(arrows);
    }

    /** Only its fate differs: it begins where the arrow of the picture does. */
    private static boolean isSameDeparture(Flight one, Flight other) {
        return one.withFate(other.fate()).equals(other);
    }

    private static Map<Long, Double> departures(DiagramLayout layout) {
        Map<Long, Double> heights = new HashMap<>();
        for (DiagramItem item : layout.items()) {
            if (item instanceof DiagramItem.Arrow arrow) {
                heights.putIfAbsent(arrow.flight().id(), arrow.y0());
            }
        }
        return heights;
    }

    private static @Nullable Arrow arrow(
            DiagramLayout layout, GhostScale scale, Flight flight, @Nullable Double departure) {
        boolean below = flight.endsAtNanos() > layout.timeline().endNanos();
        OptionalDouble y0 =
                departure == null ? scale.yAt(flight.sentAtNanos()) : OptionalDouble.of(departure);
        OptionalDouble y1 = below ? OptionalDouble.empty() : scale.yAt(flight.endsAtNanos());
        if (y0.isEmpty() || y1.isEmpty()) {
            return null;
        }
        // Flatter than this it would be no arrow but a smear.
        if (y1.getAsDouble() - y0.getAsDouble() < LEAST_SLOPE_EM * layout.emPx()) {
            return null;
        }
        double x0 = layout.lane(flight.from()).wireX();
        double x1 = layout.lane(flight.to()).wireX();
        double reach = flight.isLost() ? (x0 + x1) / 2 : x1;
        return new Arrow(x0, y0.getAsDouble(), reach, y1.getAsDouble(), flight.isLost());
    }
}
