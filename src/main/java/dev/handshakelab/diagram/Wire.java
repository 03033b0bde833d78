package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramItem.ArrowStart;
import dev.handshakelab.diagram.DiagramItem.IdleBreak;
import dev.handshakelab.diagram.Story.Travel;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The space between the lifelines. Its rows are the frames, followed by the ends of segments that
 * are still under way when the story ends. Each segment's label has a strip of its own in the gap
 * between two rows, chosen where the segment is half-way; so labels never meet, and the arrow
 * always passes its label.
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
    private final double em;
    private final Label[] labels;
    private final WireRows rows;
    private final List<List<Integer>> gaps;
    private final @Nullable Label[] breaks;
    private final Scale scale;

    Wire(
            Story story,
            DiagramSettings settings,
            Columns columns,
            Texts texts,
            Labels words,
            double em) {
        this.story = story;
        this.columns = columns;
        this.em = em;
        int count = story.travels.size();
        this.rows = new WireRows(story);
        long[] times = rows.times();
        this.scale = new Scale(story.travels, times, settings.trueScale(), columns.wireWidth(), em);
        this.labels = new Label[count];
        this.gaps = new ArrayList<>(times.length);
        this.breaks = new @Nullable Label[times.length];
        double room = columns.wireWidth() - 2 * INSET_EM * em;
        for (int row = 0; row < times.length; row++) {
            gaps.add(List.of());
            long idle = rows.nanosAfter(row);
            if (scale.isSqueezed(idle)) {
                breaks[row] = texts.set(Texts.plain(words.duration(idle)), texts.breakForm, room);
            }
        }
        for (int i = 0; i < count; i++) {
            labels[i] = texts.set(texts.segments.get(i), texts.segmentForm, room);
            int gap = rows.gapOf(i);
            if (gaps.get(gap).isEmpty()) {
                gaps.set(gap, new ArrayList<>(2));
            }
            gaps.get(gap).add(i);
        }
        Comparator<Integer> byMiddle = Comparator.comparingDouble(rows::middleNanos);
        for (List<Integer> gap : gaps) {
            if (gap.size() > 1) {
                gap.sort(byMiddle.thenComparing(Comparator.naturalOrder()));
            }
        }
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
        if (!gaps.get(row).isEmpty() || breaks[row] != null) {
            needed = extent(row) + (2 * PAD_EM - BETWEEN_EM) * em;
            for (int travel : gaps.get(row)) {
                needed += labels[travel].box().height() + BETWEEN_EM * em;
            }
            Label mark = breaks[row];
            if (mark != null) {
                needed += mark.box().height() + BETWEEN_EM * em;
            }
        }
        return Math.ceil(Math.max(needed, scale.height(rows.nanosAfter(row))));
    }

    /** All arrows and idle breaks, given the heights of the rows. */
    List<DiagramItem> draw(double[] rowY) {
        List<DiagramItem> items = new ArrayList<>(labels.length);
        Map<Long, Integer> byId = HashMap.newHashMap(labels.length);
        for (int i = 0; i < labels.length; i++) {
            byId.put(story.travels.get(i).flight.id(), i);
        }
        Line[] lines = new Line[labels.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line(i, rowY, byId);
        }
        for (int row = 0; row + 1 < rowY.length; row++) {
            List<Integer> gap = gaps.get(row);
            Label mark = breaks[row];
            double[] tops = tops(row, rowY, lines);
            for (int place = 0; place < gap.size(); place++) {
                items.add(arrow(gap.get(place), lines[gap.get(place)], tops[place]));
            }
            if (mark != null) {
                items.add(idle(row, mark, tops[gap.size()]));
            }
        }
        return items;
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

    private Line line(int place, double[] rowY, Map<Long, Integer> byId) {
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
                Integer original = byId.get(travel.flight.copyOf());
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
     * Where the labels of a gap go: half-way on their arrows, pushed apart; last the mark of an
     * idle break.
     */
    private double[] tops(int row, double[] rowY, Line[] lines) {
        List<Integer> gap = gaps.get(row);
        Label mark = breaks[row];
        int count = gap.size() + (mark == null ? 0 : 1);
        double[] tops = new double[count];
        double[] heights = new double[count];
        double between = BETWEEN_EM * em;
        double first = rowY[row] + extent(row) + PAD_EM * em;
        double last = rowY[row + 1] - PAD_EM * em;
        double free = first;
        for (int i = 0; i < count; i++) {
            boolean isMark = i == gap.size();
            Label label = isMark && mark != null ? mark : labels[gap.get(i)];
            heights[i] = label.box().height();
            double middle = isMark ? (first + last) / 2 : lines[gap.get(i)].middleY();
            tops[i] = Math.max(free, middle - heights[i] / 2);
            free = tops[i] + heights[i] + between;
        }
        for (int i = count - 1; i >= 0; i--) {
            tops[i] = Math.floor(Math.min(tops[i], last - heights[i]));
            last = tops[i] - between;
        }
        return tops;
    }

    private Arrow arrow(int place, Line line, double top) {
        Travel travel = story.travels.get(place);
        Label label = labels[place];
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

    private IdleBreak idle(int row, Label mark, double top) {
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
