package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.IdleBreak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Heights of what happens in another course. Where the picture squeezes idle time, what the other
 * course did meanwhile stands in order, one below the other, above and below the mark of the break;
 * what has no room there is left out.
 */
final class GhostScale {
    private static final double STEP_EM = 0.95;
    private static final double GAP_EM = 0.35;

    private final TimeAxis axis;
    private final Map<Long, Double> within = new HashMap<>();
    private final TreeMap<Long, Long> squeezed = new TreeMap<>();

    /**
     * @param times all times that will be asked for
     */
    GhostScale(DiagramLayout layout, NavigableSet<Long> times) {
        axis = layout.axis();
        for (DiagramItem item : layout.items()) {
            if (item instanceof IdleBreak idle) {
                long fromNanos = layout.timeline().frame(idle.frameIndex()).atNanos();
                long toNanos = fromNanos + idle.nanos();
                squeezed.put(fromNanos, toNanos);
                place(layout, idle, List.copyOf(times.subSet(fromNanos, false, toNanos, false)));
            }
        }
    }

    private void place(DiagramLayout layout, IdleBreak idle, List<Long> times) {
        double step = STEP_EM * layout.emPx();
        double gap = GAP_EM * layout.emPx();
        double y = axis.yOfFrame(idle.frameIndex());
        double end = axis.yAt(layout.timeline().frame(idle.frameIndex()).atNanos() + idle.nanos());
        boolean above = true;
        for (long time : times) {
            y += step;
            if (above && y > idle.bounds().y() - gap) {
                above = false;
                y = idle.bounds().bottom() + gap;
            }
            if (y > end - gap) {
                return;
            }
            within.put(time, y);
        }
    }

    /** The height of a time; empty if there is no room for it. */
    OptionalDouble yAt(long nanos) {
        Double placed = within.get(nanos);
        if (placed != null) {
            return OptionalDouble.of(placed);
        }
        var before = squeezed.lowerEntry(nanos);
        boolean isWithin = before != null && nanos < before.getValue();
        return isWithin ? OptionalDouble.empty() : OptionalDouble.of(axis.yAt(nanos));
    }
}
