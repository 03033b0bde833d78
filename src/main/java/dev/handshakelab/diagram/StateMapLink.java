package dev.handshakelab.diagram;

import dev.handshakelab.tcp.Edge;
import dev.handshakelab.tcp.TcpState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All edges from one state to another, drawn as one line.
 *
 * @param from the state before
 * @param to the state after
 * @param edges at least one
 * @param path corners of the line, from the outline of one state to that of the other, each level
 *     or upright
 * @param label what is written beside it; null if there is no room or nothing to write
 */
public record StateMapLink(
        TcpState from, TcpState to, List<Edge> edges, List<Point> path, @Nullable Label label) {
    public StateMapLink {
        edges = List.copyOf(edges);
        path = List.copyOf(path);
    }

    /** Whether figure 5 of RFC 9293 draws one of the edges. */
    public boolean inFigure() {
        return edges.stream().anyMatch(Edge::inFigure);
    }

    /** Whether it leads from one state to the other. */
    public boolean joins(TcpState start, TcpState end) {
        return from == start && to == end;
    }

    /** The length of the line, px. */
    public double length() {
        double length = 0;
        for (int i = 1; i < path.size(); i++) {
            length += distance(path.get(i - 1), path.get(i));
        }
        return length;
    }

    /**
     * A point of the line.
     *
     * @param part 0 at its beginning, 1 at its end
     */
    public Point at(double part) {
        double rest = length() * part;
        for (int i = 1; i < path.size(); i++) {
            Point a = path.get(i - 1);
            Point b = path.get(i);
            double step = distance(a, b);
            if (rest <= step && step > 0) {
                double share = rest / step;
                return new Point(a.x() + (b.x() - a.x()) * share, a.y() + (b.y() - a.y()) * share);
            }
            rest -= step;
        }
        return path.getLast();
    }

    StateMapLink with(Label newLabel) {
        return new StateMapLink(from, to, edges, path, newLabel);
    }

    private static double distance(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }
}
