package dev.handshakelab.export;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.Point;
import dev.handshakelab.export.Mark.Figure;
import dev.handshakelab.export.Mark.Pen;
import dev.handshakelab.export.Mark.Words;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Collects what a picture is made of: shapes behind, labels in front. */
final class Canvas {
    private final List<Mark> back = new ArrayList<>();
    private final List<Mark> front = new ArrayList<>();
    private final double dx;
    private final double dy;

    /** Everything is drawn so much to the right and down. */
    Canvas(double dx, double dy) {
        this.dx = dx;
        this.dy = dy;
    }

    /** Everything, from back to front. */
    List<Mark> marks() {
        List<Mark> all = new ArrayList<>(back);
        all.addAll(front);
        return all;
    }

    void fillBehind(Shape shape, Ink ink) {
        back.add(Figure.filled(shape, ink));
    }

    void drawBehind(Shape shape, Ink ink, Pen pen) {
        back.add(Figure.drawn(shape, ink, pen));
    }

    void fill(Shape shape, Ink ink) {
        front.add(Figure.filled(shape, ink));
    }

    void draw(Shape shape, Ink ink, Pen pen) {
        front.add(Figure.drawn(shape, ink, pen));
    }

    void both(Shape shape, Ink fill, Ink line, Pen pen) {
        front.add(new Figure(shape, fill, line, pen));
    }

    void words(String text, Typeface face, double sizePx, double x, double baselineY, Ink ink) {
        front.add(new Words(text, face, sizePx, x + dx, baselineY + dy, ink));
    }

    Shape line(double x0, double y0, double x1, double y1) {
        return new Line2D.Double(x0 + dx, y0 + dy, x1 + dx, y1 + dy);
    }

    Shape rect(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x + dx, y + dy, width, height);
    }

    Shape rounded(Box box, double radius) {
        double arc = 2 * Math.min(radius, Math.min(box.width(), box.height()) / 2);
        return new RoundRectangle2D.Double(
                box.x() + dx, box.y() + dy, box.width(), box.height(), arc, arc);
    }

    Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x + dx - radius, y + dy - radius, 2 * radius, 2 * radius);
    }

    Shape path(List<Point> points, boolean closed) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().x() + dx, points.getFirst().y() + dy);
        for (Point point : points.subList(1, points.size())) {
            path.lineTo(point.x() + dx, point.y() + dy);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }
}
