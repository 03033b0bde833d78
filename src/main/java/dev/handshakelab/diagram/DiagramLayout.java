package dev.handshakelab.diagram;

import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a timeline: where everything stands, in px. Immutable. Label boxes never overlap
 * each other, a state band or the end of an arrow, and never leave the picture.
 */
public final class DiagramLayout {
    private final double widthPx;
    private final double heightPx;
    private final double emPx;
    private final Lane a;
    private final Lane b;
    private final TimeAxis axis;
    private final List<DiagramItem> items;
    private final SpanIndex index;
    private final Map<Target, Integer> byTarget;

    DiagramLayout(
            double widthPx,
            double heightPx,
            double emPx,
            Lane a,
            Lane b,
            TimeAxis axis,
            List<DiagramItem> items) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.emPx = emPx;
        this.a = a;
        this.b = b;
        this.axis = axis;
        this.items = List.copyOf(items);
        this.index = SpanIndex.of(items);
        this.byTarget = HashMap.newHashMap(items.size());
        for (int i = 0; i < items.size(); i++) {
            Target target = items.get(i).target();
            if (target != null) {
                byTarget.put(target, i);
            }
        }
    }

    /** Lays out a timeline; takes time in proportion to its length. */
    public static DiagramLayout of(
            Timeline timeline, DiagramSettings settings, Labels labels, TextMeasure measure) {
        return new LayoutBuilder(timeline, settings, labels, measure).build();
    }

    public double widthPx() {
        return widthPx;
    }

    public double heightPx() {
        return heightPx;
    }

    /**
     * The size of ordinary text that was used, px; smaller than asked for in a picture that is too
     * narrow.
     */
    public double emPx() {
        return emPx;
    }

    public Lane lane(Side side) {
        return side == Side.A ? a : b;
    }

    public TimeAxis axis() {
        return axis;
    }

    /** Everything, sorted by the upper edges of the bounds. */
    public List<DiagramItem> items() {
        return items;
    }

    /** What has a part between two heights, sorted by upper edges. */
    public List<DiagramItem> itemsBetween(double fromY, double toY) {
        List<DiagramItem> found = new ArrayList<>();
        index.query(fromY, toY, i -> found.add(items.get(i)));
        return found;
    }

    /** The item that a target selects; null if there is none. */
    public @Nullable DiagramItem find(Target target) {
        Integer place = byTarget.get(target);
        return place == null ? null : items.get(place);
    }

    /** The place of an item among {@link #items()}; -1 if its target is not in this picture. */
    public int indexOf(Target target) {
        return byTarget.getOrDefault(target, -1);
    }
}
