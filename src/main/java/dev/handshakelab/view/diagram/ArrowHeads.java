package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramItem.ArrowEnd;
import dev.handshakelab.diagram.SegmentKind;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/** The shapes at the ends of arrows. */
final class ArrowHeads {
    private static final double LENGTH_EM = 0.8;
    private static final double HALF_WIDTH_EM = 0.32;
    private static final double CROSS_EM = 0.38;

    private final List<PathElement> path = new ArrayList<>(8);
    private final double tipX;
    private final double tipY;
    private final double alongX;
    private final double alongY;
    private final double em;

    private ArrowHeads(Arrow arrow, double em) {
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
    static boolean isOpen(Arrow arrow) {
        return switch (arrow.end()) {
            case LOST, HELD -> true;
            case ARRIVES, UNDER_WAY ->
                    arrow.kind() == SegmentKind.ACK || arrow.kind() == SegmentKind.RST;
        };
    }

    /** The shape at the end of an arrow. */
    static List<PathElement> of(Arrow arrow, double em) {
        ArrowHeads head = new ArrowHeads(arrow, em);
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
        return head.path;
    }

    private void triangle() {
        move(0, 0);
        line(-LENGTH_EM, HALF_WIDTH_EM);
        line(-LENGTH_EM, -HALF_WIDTH_EM);
        path.add(new ClosePath());
    }

    private void chevron() {
        move(-LENGTH_EM * 0.8, HALF_WIDTH_EM);
        line(0, 0);
        line(-LENGTH_EM * 0.8, -HALF_WIDTH_EM);
    }

    private void bar(double alongEm) {
        move(alongEm, CROSS_EM);
        line(alongEm, -CROSS_EM);
    }

    private void cross(double alongEm, double halfEm) {
        double x = tipX + alongX * alongEm * em;
        double y = tipY + alongY * alongEm * em;
        double half = halfEm * em;
        path.add(new MoveTo(x - half, y - half));
        path.add(new LineTo(x + half, y + half));
        path.add(new MoveTo(x - half, y + half));
        path.add(new LineTo(x + half, y - half));
    }

    private void move(double along, double across) {
        path.add(new MoveTo(x(along, across), y(along, across)));
    }

    private void line(double along, double across) {
        path.add(new LineTo(x(along, across), y(along, across)));
    }

    private double x(double along, double across) {
        return tipX + (alongX * along - alongY * across) * em;
    }

    private double y(double along, double across) {
        return tipY + (alongY * along + alongX * across) * em;
    }
}
