package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramItem.ArrowStart;
import dev.handshakelab.diagram.DiagramItem.IdleBreak;
import dev.handshakelab.diagram.Story.Travel;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final double INSET_EM = 1.5;
    private static final double LOST_AT = 0.6;
    private static final double OUTSIDE_AT = 0.2;

    /** The times of all rows. */
    final long[] times;

    private final Story story;
    private final Columns columns;
    private final double em;
    private final Label[] labels;
    private final int[] endRows;
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
        this.endRows = new int[count];
        this.times = rows();
        this.scale = new Scale(story.travels, times, settings.trueScale(), em);
        this.labels = new Label[count];
        this.gaps = new ArrayList<>(times.length);
        this.breaks = new @Nullable Label[times.length];
        double room = columns.wireWidth() - 2 * INSET_EM * em;
        for (int row = 0; row < times.length; row++) {
            gaps.add(List.of());
            long idle = row + 1 < times.length ? times[row + 1] - times[row] : 0;
            if (scale.isSqueezed(idle)) {
                breaks[row] = texts.set(Texts.plain(words.duration(idle)), texts.breakForm, room);
            }
        }
        for (int i = 0; i < count; i++) {
            labels[i] = texts.set(texts.segments.get(i), texts.segmentForm, room);
            int gap = gapOf(i);
            if (gaps.get(gap).isEmpty()) {
                gaps.set(gap, new ArrayList<>(2));
            }
            gaps.get(gap).add(i);
        }
        Comparator<Integer> byMiddle = Comparator.comparingDouble(this::middleNanos);
        for (List<Integer> gap : gaps) {
            if (gap.size() > 1) {
                gap.sort(byMiddle.thenComparing(Comparator.naturalOrder()));
            }
        }
    }

    /** The times of all rows; also finds the row in which each segment ends. */
    private long[] rows() {
        int frames = story.timeline.frames().size();
        List<Integer> late = new ArrayList<>();
        for (int i = 0; i < endRows.length; i++) {
            endRows[i] = story.travels.get(i).endFrame;
            if (endRows[i] == Story.NEVER) {
                late.add(i);
            }
        }
        late.sort(Comparator.comparingLong(this::lateEnd));
        long[] rows = new long[frames + late.size()];
        for (int i = 0; i < frames; i++) {
            rows[i] = story.timeline.frame(i).atNanos();
        }
        for (int i = 0; i < late.size(); i++) {
            rows[frames + i] = lateEnd(late.get(i));
            endRows[late.get(i)] = frames + i;
        }
        return rows;
    }

    /**
     * When a segment that the story leaves under way ends: after the story, even if the network
     * keeps it.
     */
    private long lateEnd(int travel) {
        long after = story.timeline.endNanos() + 1;
        return switch (story.travels.get(travel).flight.fate()) {
            case Fate.Arrives(long atNanos) -> Math.max(after, atNanos);
            case Fate.Lost(long atNanos) -> Math.max(after, atNanos);
            case Fate.Held() -> after;
        };
    }

    private double middleNanos(int travel) {
        Travel it = story.travels.get(travel);
        return ((double) times[it.sentFrame] + times[endRows[travel]]) / 2;
    }

    private int gapOf(int travel) {
        int sent = story.travels.get(travel).sentFrame;
        int last = Math.max(sent, endRows[travel] - 1);
        double middle = middleNanos(travel);
        int found = Arrays.binarySearch(times, sent, last + 1, (long) middle);
        int row = found >= 0 ? found : -found - 2;
        return Math.clamp(row, sent, last);
    }

    private int wireRows(int row) {
        return row < story.wireRows.length ? Math.max(0, story.wireRows[row] - 1) : 0;
    }

    /** How far the next row must be from this one at least, px. */
    double heightOfGap(int row) {
        double needed = (wireRows(row) + 1) * STEP_EM * em;
        if (!gaps.get(row).isEmpty() || breaks[row] != null) {
            needed = wireRows(row) * STEP_EM * em + 2 * PAD_EM * em - BETWEEN_EM * em;
            for (int travel : gaps.get(row)) {
                needed += labels[travel].box().height() + BETWEEN_EM * em;
            }
            Label mark = breaks[row];
            if (mark != null) {
                needed += mark.box().height() + BETWEEN_EM * em;
            }
        }
        return Math.ceil(Math.max(needed, scale.height(times[row + 1] - times[row])));
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
        double y0 = rowY[travel.sentFrame] + travel.sentRow * STEP_EM * em;
        double y1 = rowY[endRows[place]] + travel.endRow * STEP_EM * em;
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
                    y0 = rowY[model.sentFrame] + model.sentRow * STEP_EM * em;
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
        double first = rowY[row] + (wireRows(row) * STEP_EM + PAD_EM) * em;
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
        double left = columns.a().bandX();
        double right = columns.b().bandX() + columns.b().bandWidth();
        Box strip = new Box(left, top, right - left, mark.box().height());
        double x = Math.floor(strip.centerX() - mark.box().width() / 2);
        int frame = Math.min(row, story.timeline.lastIndex());
        return new IdleBreak(frame, times[row + 1] - times[row], strip, mark.movedBy(x, top));
    }
}
