package dev.handshakelab.diagram;

import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a timeline: where everything stands, in px. Immutable. Label boxes never overlap
 * each other, a state band or the end of an arrow, and never leave the picture.
 */
public final class DiagramLayout {
    private final Basis basis;
    private final double widthPx;
    private final double heightPx;
    private final double emPx;
    private final Columns columns;
    private final TimeAxis axis;
    private final ItemList items;

    /** What a picture was made from, and what of it serves for another one of the same story. */
    record Basis(
            Story story,
            DiagramSettings settings,
            Labels labels,
            TextMeasure measure,
            TextWidths widths) {
        /** Whether texts are the same by these settings, apart from their size. */
        private boolean hasTextsOf(DiagramSettings others, Labels words, TextMeasure ruler) {
            return labels.equals(words)
                    && measure.equals(ruler)
                    && settings.relativeNumbers() == others.relativeNumbers()
                    && settings.showOptions() == others.showOptions();
        }
    }

    DiagramLayout(
            Basis basis,
            double widthPx,
            double heightPx,
            double emPx,
            Columns columns,
            TimeAxis axis,
            ItemList items) {
        this.basis = basis;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.emPx = emPx;
        this.columns = columns;
        this.axis = axis;
        this.items = items;
    }

    /**
     * Lays out a timeline; takes time in proportion to its length.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    public static DiagramLayout of(
            Timeline timeline, DiagramSettings settings, Labels labels, TextMeasure measure) {
        return of(new Story(timeline), settings, labels, measure, null);
    }

    private static DiagramLayout of(
            Story story,
            DiagramSettings settings,
            Labels labels,
            TextMeasure measure,
            @Nullable TextWidths known) {
        LayoutBuilder builder = new LayoutBuilder(story, settings, labels, measure, known);
        return builder.build(new Basis(story, settings, labels, measure, builder.widths()));
    }

    /**
     * Lays out the same timeline anew, which is faster: the story need not be read again, nor its
     * texts be measured if only sizes change, in which case widths have to be in proportion to the
     * size of the text.
     */
    public DiagramLayout relaid(DiagramSettings settings, Labels labels, TextMeasure measure) {
        boolean same = basis.hasTextsOf(settings, labels, measure);
        return of(basis.story(), settings, labels, measure, same ? basis.widths() : null);
    }

    /** What was laid out. */
    public Timeline timeline() {
        return basis.story().timeline;
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
        return columns.lane(side);
    }

    public TimeAxis axis() {
        return axis;
    }

    /** Everything, sorted by the upper edges of the bounds; made when it is asked for. */
    public List<DiagramItem> items() {
        return items;
    }

    /** What has a part between two heights, sorted by upper edges. */
    public List<DiagramItem> itemsBetween(double fromY, double toY) {
        return items.between(fromY, toY);
    }

    /** The item that a target selects; null if there is none. */
    public @Nullable DiagramItem find(Target target) {
        int place = items.placeOf(target);
        return place < 0 ? null : items.get(place);
    }

    /** The place of an item among {@link #items()}; -1 if its target is not in this picture. */
    public int indexOf(Target target) {
        return items.placeOf(target);
    }

    /** The place of the first item that reaches to a height or below; -1 if none does. */
    public int indexBelow(double y) {
        return items.firstReaching(y);
    }
}
