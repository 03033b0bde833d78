package dev.handshakelab.export;

import java.awt.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thing that a picture is made of; later ones cover earlier ones. */
public sealed interface Mark {
    /**
     * A line that is drawn.
     *
     * @param widthPx how wide
     * @param dashPx lengths of strokes and gaps by turns; empty: one stroke
     * @param round whether ends and corners are round
     */
    record Pen(double widthPx, List<Double> dashPx, boolean round) {
        public Pen {
            dashPx = List.copyOf(dashPx);
        }

        static Pen of(double widthPx) {
            return new Pen(widthPx, List.of(), false);
        }

        static Pen dashed(double widthPx, Double... dashPx) {
            return new Pen(widthPx, List.of(dashPx), false);
        }
    }

    /**
     * A shape.
     *
     * @param outline where, px
     * @param fill null: not filled
     * @param line null: no line along the outline
     * @param pen of the line
     */
    record Figure(Shape outline, @Nullable Ink fill, @Nullable Ink line, Pen pen) implements Mark {
        static Figure filled(Shape outline, Ink fill) {
            return new Figure(outline, fill, null, Pen.of(0));
        }

        static Figure drawn(Shape outline, Ink line, Pen pen) {
            return new Figure(outline, null, line, pen);
        }
    }

    /**
     * One line of text.
     *
     * @param x where it begins, px
     * @param baselineY px
     */
    record Words(String text, Typeface face, double sizePx, double x, double baselineY, Ink ink)
            implements Mark {}
}
