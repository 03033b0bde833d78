package dev.handshakelab.diagram;

import dev.handshakelab.diagram.SequenceSpace.Edge;
import dev.handshakelab.diagram.SequenceSpace.Kind;
import dev.handshakelab.diagram.SequenceSpace.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A sequence space as a strip of cells, with a label for each pointer under it. It is not true to
 * scale: one octet must be seen beside 64 KiB. A cell is as wide as its text needs, and what is
 * left is shared out by the logarithm of the length.
 *
 * @param cells from left to right, without gaps; they fill the width
 * @param marks the pointers, from left to right
 * @param rows how many rows of labels there are
 */
public record SequenceStrip(List<Cell> cells, List<Mark> marks, int rows) {
    private static final double GAP_EM = 0.35;
    private static final double EMPTY_EM = 1.1;
    private static final double BEYOND_EM = 2;

    /**
     * A span drawn.
     *
     * @param text what stands in it: {@code SYN}, {@code FIN}, or the number of octets; may be
     *     empty
     * @param x left edge, px
     * @param width px
     */
    public record Cell(Span span, String text, double x, double width) {}

    /**
     * A pointer drawn: a line down from the strip at {@code x}, and a label beside its lower end.
     *
     * @param row the row of labels, from 0
     * @param labelX left edge of the label, px
     * @param labelWidth px
     */
    public record Mark(
            Edge edge, String text, double x, int row, double labelX, double labelWidth) {
        /** The right edge of the label, px. */
        public double labelEnd() {
            return labelX + labelWidth;
        }

        /** The same mark on another row. */
        Mark onRow(int newRow) {
            return new Mark(edge, text, x, newRow, labelX, labelWidth);
        }
    }

    /**
     * How texts are set.
     *
     * @param measure tells their width
     * @param sizePx their size
     */
    public record Type(TextMeasure measure, double sizePx) {
        private double width(String text) {
            return measure.width(text, sizePx, false);
        }
    }

    public SequenceStrip {
        cells = List.copyOf(cells);
        marks = List.copyOf(marks);
    }

    /**
     * Draws a space into a width.
     *
     * @param widthPx the width to fill
     * @param label what stands at an edge
     */
    public static SequenceStrip of(
            SequenceSpace space, double widthPx, Type type, Function<Edge, String> label) {
        List<Span> spans = new ArrayList<>(space.spans());
        boolean shorter = true;
        while (shorter && sum(least(spans, type)) > widthPx) {
            shorter = join(spans);
        }
        List<Cell> cells = cells(spans, widthPx, type);
        List<Mark> marks =
                space.edges().stream()
                        .map(edge -> mark(edge, label.apply(edge), x(edge, cells), widthPx, type))
                        .toList();
        List<Mark> placed = new MarkRows(marks, GAP_EM * type.sizePx()).best();
        int rows = placed.stream().mapToInt(mark -> mark.row() + 1).max().orElse(0);
        return new SequenceStrip(cells, placed, rows);
    }

    /** Joins the two shortest neighbours that are alike; false if there are none. */
    private static boolean join(List<Span> spans) {
        int best = -1;
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i + 1 < spans.size(); i++) {
            Span one = spans.get(i);
            Span next = spans.get(i + 1);
            boolean alike = one.kind() == next.kind() && one.content() == next.content();
            if (alike && one.length() + next.length() < shortest) {
                best = i;
                shortest = one.length() + next.length();
            }
        }
        if (best >= 0) {
            spans.set(best, spans.get(best).joined(spans.remove(best + 1)));
        }
        return best >= 0;
    }

    private static List<Cell> cells(List<Span> spans, double widthPx, Type type) {
        double[] least = least(spans, type);
        double needed = sum(least);
        double squeeze = Math.min(1, widthPx / needed);
        double left = Math.max(0, widthPx - needed);
        double[] shares = spans.stream().mapToDouble(SequenceStrip::share).toArray();
        double allShares = sum(shares);
        List<Cell> cells = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < shares.length; i++) {
            double width = least[i] * squeeze + left * shares[i] / allShares;
            cells.add(new Cell(spans.get(i), text(spans.get(i)), x, width));
            x += width;
        }
        return cells;
    }

    private static double[] least(List<Span> spans, Type type) {
        return spans.stream().mapToDouble(span -> least(span, type)).toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double least(Span span, Type type) {
        double em = type.sizePx();
        if (span.kind() == Kind.BEYOND) {
            return BEYOND_EM * em;
        }
        return Math.max(EMPTY_EM * em, type.width(text(span)) + 2 * GAP_EM * em);
    }

    /** What a span takes of the room that is left; BEYOND always takes a little. */
    private static double share(Span span) {
        return switch (span.content()) {
            case SYN, FIN -> 0;
            case TEXT, NONE -> span.kind() == Kind.BEYOND ? 2 : Math.log(1 + span.length());
        };
    }

    private static String text(Span span) {
        return switch (span.content()) {
            case SYN -> "SYN";
            case FIN -> "FIN";
            case TEXT -> Long.toString(span.length());
            case NONE -> span.kind() == Kind.BEYOND ? "" : Long.toString(span.length());
        };
    }

    /** Where an edge is; within a cell in proportion. */
    private static double x(Edge edge, List<Cell> cells) {
        for (Cell cell : cells) {
            Span span = cell.span();
            if (edge.offset() < span.end()) {
                double part = (double) (edge.offset() - span.offset()) / span.length();
                return cell.x() + part * cell.width();
            }
        }
        return cells.getLast().x();
    }

    /** A mark on the first row, its label to the right of its line if there is room. */
    private static Mark mark(Edge edge, String text, double x, double widthPx, Type type) {
        double gap = GAP_EM * type.sizePx();
        double width = type.width(text);
        double right = x + gap;
        double labelX = right + width <= widthPx ? right : Math.max(0, x - gap - width);
        return new Mark(edge, text, x, 0, labelX, width);
    }
}
