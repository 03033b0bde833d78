package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramItem.ArrowEnd;
import java.util.ArrayList;
import java.util.List;

/** The shapes at the ends of arrows. */
public final class HeadShape {
    private static final double LENGTH_EM = 0.8;
    private static final double HALF_WIDTH_EM = 0.32;
    private static final double CROSS_EM = 0.38;

    private final List<Stroke> strokes = new ArrayList<>(2);
    private final double tipX;
    private final double tipY;
    private final double alongX;
    private final double alongY;
    private final double em;

    /**
     * A line from point to point.
     *
     * @param closed whether it leads back to its beginning
     */
    public record Stroke(List<Point> points, boolean closed) {
        public Stroke {
            points = List.copyOf(points);
        }
    }

    private HeadShape(Arrow arrow, double em) {
        double dx = arrow.x1() - arrow.x0();
        double dy = arrow.y1() - arrow.y0();
        double length = Math.hypot(dx, dy);
        this.tipX = arrow.x1();
        this.tipY = arrow.y1();
        this.alongX = dx / length;
        this.alongY = dy / length;
        this.em = em;
    }

    /** Whether the shape is drawn with lines instead of being filled. */
    public static boolean isOpen(Arrow arrow) {
        return switch (arrow.end()) {
            case LOST, HELD -> true;
            case ARRIVES, UNDER_WAY ->
                    arrow.kind() == SegmentKind.ACK || arrow.kind() == SegmentKind.RST;
        };
    }

    /** The shape at the end of an arrow. */
    public static List<Stroke> of(Arrow arrow, double em) {
        HeadShape head = new HeadShape(arrow, em);
        if (arrow.end() == ArrowEnd.LOST) {
            head.cross(0, CROSS_EM);
        } else if (arrow.end() == ArrowEnd.HELD) {
            head.bar(0);
            head.bar(-0.3);
        } else {
            switch (arrow.kind()) {
                case SYN, DATA, FIN, RETRANSMISSION, COPY, OLD_DUPLICATE, FORGED -> head.triangle();
                case ACK -> head.chevron();
                case RST -> {
                    head.bar(-0.08);
                    head.cross(-0.8, 0.34);
                }
            }
        }
        return head.strokes;
    }

    private void triangle() {
        strokes.add(
                new Stroke(
                        List.of(
                                at(0, 0),
                                at(-LENGTH_EM, HALF_WIDTH_EM),
                                at(-LENGTH_EM, -HALF_WIDTH_EM)),
                        true));
    }

    private void chevron() {
        open(at(-LENGTH_EM * 0.8, HALF_WIDTH_EM), at(0, 0), at(-LENGTH_EM * 0.8, -HALF_WIDTH_EM));
    }

    private void bar(double alongEm) {
        open(at(alongEm, CROSS_EM), at(alongEm, -CROSS_EM));
    }

    private void cross(double alongEm, double halfEm) {
        double x = tipX + alongX * alongEm * em;
        double y = tipY + alongY * alongEm * em;
        double half = halfEm * em;
        open(new Point(x - half, y - half), new Point(x + half, y + half));
        open(new Point(x - half, y + half), new Point(x + half, y - half));
    }

    private void open(Point... points) {
        strokes.add(new Stroke(List.of(points), false));
    }

    private Point at(double along, double across) {
        return new Point(
                tipX + (alongX * along - alongY * across) * em,
                tipY + (alongY * along + alongX * across) * em);
    }
}
