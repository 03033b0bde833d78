package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.IdleBreak;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of squeezed time.
 *
 * @param lines the dotted line on both sides of the label
 * @param tears the jagged lines across the two lifelines
 */
public record BreakShape(List<List<Point>> lines, List<List<Point>> tears) {
    private static final int TEETH = 4;
    private static final double TOOTH_EM = 0.26;
    private static final double OVERHANG_EM = 0.25;
    private static final double GAP_EM = 0.5;

    /** The shape of a break. */
    public static BreakShape of(IdleBreak idle) {
        Box label = idle.label().box();
        Box strip = idle.bounds();
        double y = Math.floor(strip.centerY()) + 0.5;
        double em = idle.label().fontSizePx();
        double torn = idle.tearPx() + OVERHANG_EM * em;
        return new BreakShape(
                List.of(
                        line(strip.x() + torn + GAP_EM * em, label.x(), y),
                        line(label.right(), strip.right() - torn - GAP_EM * em, y)),
                List.of(
                        tear(strip.x(), strip.x() + torn, y, em),
                        tear(strip.right() - torn, strip.right(), y, em)));
    }

    private static List<Point> line(double fromX, double toX, double y) {
        return List.of(new Point(fromX, y), new Point(toX, y));
    }

    private static List<Point> tear(double fromX, double toX, double y, double em) {
        int last = 2 * TEETH;
        List<Point> points = new ArrayList<>(last + 1);
        for (int i = 0; i <= last; i++) {
            double tooth = i % 2 == 0 ? TOOTH_EM : -TOOTH_EM;
            points.add(new Point(fromX + (toX - fromX) * i / last, y + tooth * em));
        }
        return points;
    }
}
