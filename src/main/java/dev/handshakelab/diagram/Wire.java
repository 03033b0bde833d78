package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramItem.ArrowStart;
import dev.handshakelab.diagram.DiagramItem.IdleBreak;
import dev.handshakelab.diagram.Story.Travel;
import dev.handshakelab.timeline.Side;
import java.util.HashMap;
import java.util.Map;

/**
 * The space between the lifelines. Its rows are the frames, followed by the ends of segments that
 * are still under way when the story ends. Each segment's label has a strip of its own in the gap
 * between two rows, chosen where the segment is half-way, or where it left if it is held; so labels
 * never meet, and the arrow always passes its label.
 */
final class Wire {
    private static final double PAD_EM = 0.55;
    private static final double BETWEEN_EM = 0.3;
    private static final double STEP_EM = 0.7;
    private static final double BURST_STEP_EM = 0.42;
    private static final double INSET_EM = 1.3;
    private static final double LOST_AT = 0.6;
    private static final double OUTSIDE_AT = 0.2;

    private final Story story;
    private final Columns columns;
    private final Texts texts;
    private final double em;
    private final double room;
    private final WireRows rows;
    private final WireGaps gaps;
    private final Scale scale;

    /** How high the labels of the segments are, px. */
    private final int[] heights;

    /** By id: the segments of which the network made copies. */
    private final Map<Long, Integer> originals;

    private double[] rowY = {};

    Wire(Story story, DiagramSettings settings, Columns columns, Texts texts, double em) {
        this.story = story;
        this.columns = columns;
        this.texts = texts;
        this.em = em;
        this.rows = new WireRows(story);
        this.room = columns.wireWidth() - 2 * INSET_EM * em;
        this.scale =
                new Scale(
                        story.travels, rows.times(), settings.trueScale(), columns.wireWidth(), em);
        this.heights = new int[story.travels.size()];
        for (int i = 0; i < heights.length; i++) {
            Interruption.check(i);
            heights[i] = (int) texts.segmentHeight(i, room);
        }
        this.gaps = new WireGaps(rows, heights.length);
        this.originals = originals(story);
    }

    private static Map<Long, Integer> originals(Story story) {
        Map<Long, Integer> places = new HashMap<>();
        for (Travel travel : story.travels) {
            if (travel.flight.copyOf() != 0) {
                places.put(travel.flight.copyOf(), -1);
            }
        }
        for (int i = 0; i < story.travels.size(); i++) {
            places.replace(story.travels.get(i).flight.id(), i);
        }
        places.values().removeIf(place -> place < 0);
        return places;
    }

    /** Takes the heights of the rows. */
    void place(double[] newRowY) {
        rowY = newRowY;
    }

    /** The times of all rows. */
    long[] times() {
        return rows.times();
    }

    /** How far below its row the nth end of a segment stands, px. */
    private double offset(int row, int nth) {
        return nth * (rows.isBurst(row) ? BURST_STEP_EM : STEP_EM) * em;
    }

    /** How far below a row its last end of a segment stands, px. */
    private double extent(int row) {
        return offset(row, Math.max(0, rows.ends(row) - 1));
    }

    /** How far the next row must be from this one at least, px. */
    double heightOfGap(int row) {
        double needed = extent(row) + STEP_EM * em;
        if (gaps.size(row) > 0 || isBreak(row)) {
            needed = extent(row) + (2 * PAD_EM - BETWEEN_EM) * em;
            for (int place = 0; place < gaps.size(row); place++) {
                needed += heights[gaps.travel(row, place)] + BETWEEN_EM * em;
            }
            if (isBreak(row)) {
                needed += breakHeight() + BETWEEN_EM * em;
            }
        }
        return Math.ceil(Math.max(needed, scale.height(rows.nanosAfter(row))));
    }

    /** Whether the time after a row is squeezed. */
    boolean isBreak(int row) {
        return scale.isSqueezed(rows.nanosAfter(row));
    }

    private double breakHeight() {
        return TypeSetter.height(texts.breakForm, 1);
    }

    /** The row after which a segment has its label. */
    int gapOf(int travel) {
        return rows.gapOf(travel);
    }

    WireGaps gaps() {
        return gaps;
    }

    private record Line(ArrowStart start, double x0, double y0, double x1, double y1) {
        double middleY() {
            return (y0 + y1) / 2;
        }

        double xAt(double y) {
            double part = y1 > y0 ? Math.clamp((y - y0) / (y1 - y0), 0.0, 1.0) : 0.5;
            return x0 + (x1 - x0) * part;
        }
    }

    private Line line(int place) {
        Travel travel = story.travels.get(place);
        boolean fromA = travel.flight.from() == Side.A;
        double from = fromA ? columns.a().wireX() : columns.b().wireX();
        double to = fromA ? columns.b().wireX() : columns.a().wireX();
        double y0 = rowY[travel.sentFrame] + offset(travel.sentFrame, travel.sentRow);
        double y1 = rowY[rows.endRow(place)] + offset(rows.endRow(place), travel.endRow);
        ArrowStart start = ArrowStart.HOST;
        switch (travel.flight.origin()) {
            case HOST -> {
                // leaves its host
            }
            case NETWORK_COPY -> {
                start = ArrowStart.COPY;
                Integer original = originals.get(travel.flight.copyOf());
                if (original != null) {
                    Travel model = story.travels.get(original);
                    y0 = rowY[model.sentFrame] + offset(model.sentFrame, model.sentRow);
                }
            }
            case OLD_DUPLICATE, FORGED -> {
                start = ArrowStart.OUTSIDE;
                from += (to - from) * OUTSIDE_AT;
            }
        }
        double end =
                switch (travel.end) {
                    case ARRIVES, UNDER_WAY -> to;
                    case LOST, HELD -> from + (to - from) * LOST_AT;
                };
        return new Line(
                start, from, Math.round(y0), Math.round(end), Math.round(Math.max(y1, y0 + 1)));
    }

    /**
     * Where the labels of a gap go: half-way on their arrows, held ones in the middle of the gap,
     * pushed apart; last the mark of an idle break.
     */
    double[] tops(int row) {
        int labels = gaps.size(row);
        int count = labels + (isBreak(row) ? 1 : 0);
        double[] tops = new double[count];
        double between = BETWEEN_EM * em;
        double first = rowY[row] + extent(row) + PAD_EM * em;
        double last = rowY[row + 1] - PAD_EM * em;
        double free = first;
        for (int i = 0; i < count; i++) {
            boolean isHalfWay = i < labels && !rows.isHeld(gaps.travel(row, i));
            double middle = isHalfWay ? line(gaps.travel(row, i)).middleY() : (first + last) / 2;
            tops[i] = Math.max(free, middle - height(row, i) / 2);
            free = tops[i] + height(row, i) + between;
        }
        for (int i = count - 1; i >= 0; i--) {
            tops[i] = Math.floor(Math.min(tops[i], last - height(row, i)));
            last = tops[i] - between;
        }
        return tops;
    }

    /** How high a label in a gap is; the mark of an idle break is the last. */
    private double height(int row, int place) {
        return place == gaps.size(row) ? breakHeight() : heights[gaps.travel(row, place)];
    }

    /** Where the bounds of an arrow begin and end, px, if its label begins at {@code top}. */
    Span arrowSpan(int travel, double top) {
        Line line = line(travel);
        return new Span(Math.min(line.y0, top), Math.max(line.y1, top + heights[travel]));
    }

    /** Where the mark of an idle break begins and ends, px. */
    Span breakSpan(double top) {
        return new Span(top, top + breakHeight());
    }

    /**
     * An arrow.
     *
     * @param top where its label begins, px
     */
    Arrow arrow(int place, double top) {
        Travel travel = story.travels.get(place);
        Line line = line(place);
        Label label = texts.segmentLabel(place, room);
        double width = label.box().width();
        double inset = INSET_EM * em;
        double x = line.xAt(top + label.box().height() / 2) - width / 2;
        double least = columns.a().wireX() + inset;
        double most = columns.b().wireX() - inset - width;
        double left = Math.floor(Math.max(least, Math.min(most, x)));
        return new Arrow(
                new Target.OfFlight(travel.flight, travel.sentFrame),
                SegmentKind.of(travel.flight),
                line.start,
                travel.end,
                line.x0,
                line.y0,
                line.x1,
                line.y1,
                label.movedBy(left, top),
                SegmentText.shortText(travel.flight.segment()),
                travel.endFrame);
    }

    /** The mark of the idle break after a row. */
    IdleBreak idle(int row, double top) {
        Label mark = texts.breakLabel(rows.nanosAfter(row), room);
        double left = columns.a().ribbonX();
        double right = columns.b().ribbonX() + columns.b().ribbonWidth();
        Box strip = new Box(left, top, right - left, mark.box().height());
        double x = Math.floor(strip.centerX() - mark.box().width() / 2);
        int frame = Math.min(row, story.timeline.lastIndex());
        return new IdleBreak(
                frame,
                rows.nanosAfter(row),
                strip,
                columns.a().wireX() - left,
                mark.movedBy(x, top));
    }
}
