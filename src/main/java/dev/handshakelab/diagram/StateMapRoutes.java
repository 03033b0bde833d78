package dev.handshakelab.diagram;

import static dev.handshakelab.tcp.TcpState.CLOSED;
import static dev.handshakelab.tcp.TcpState.CLOSE_WAIT;
import static dev.handshakelab.tcp.TcpState.CLOSING;
import static dev.handshakelab.tcp.TcpState.ESTABLISHED;
import static dev.handshakelab.tcp.TcpState.FIN_WAIT_1;
import static dev.handshakelab.tcp.TcpState.FIN_WAIT_2;
import static dev.handshakelab.tcp.TcpState.LAST_ACK;
import static dev.handshakelab.tcp.TcpState.LISTEN;
import static dev.handshakelab.tcp.TcpState.SYN_RECEIVED;
import static dev.handshakelab.tcp.TcpState.SYN_SENT;
import static dev.handshakelab.tcp.TcpState.TIME_WAIT;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TransitionTable;
import java.util.List;

/**
 * The way of each line of the state map, chosen by hand. Ways into CLOSED from far below share
 * lanes at the margins, like brooks that join.
 */
final class StateMapRoutes {
    // Close together on top of SYN-SENT, so that the label of OPEN has room at the margin.
    private static final double SEND_PORT = -1.15;
    private static final double CLOSE_PORT = -0.55;
    private static final double OPEN_PORT = 0.05;

    private final StateMapGrid grid;

    StateMapRoutes(StateMapGrid grid) {
        this.grid = grid;
    }

    /**
     * The corners of the line between two states.
     *
     * @throws IllegalArgumentException if no way is known: the transition table has a new pair
     */
    List<Point> route(TcpState from, TcpState to) {
        if (TransitionTable.between(from, to).isEmpty()) {
            throw unknown(from, to);
        }
        return switch (to) {
            case CLOSED -> toClosed(from);
            case SYN_SENT -> toSynSent(from);
            case SYN_RECEIVED -> toSynReceived(from);
            case TIME_WAIT -> toTimeWait(from);
            case LISTEN, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK ->
                    onward(from, to);
        };
    }

    private List<Point> toClosed(TcpState from) {
        Point fromRight = grid.right(CLOSED, -1);
        Point fromLeft = grid.left(CLOSED, 0);
        return switch (from) {
            case LISTEN -> straight(grid.top(LISTEN, 1), grid.bottom(CLOSED, 1));
            case SYN_SENT -> uprightFirst(grid.top(SYN_SENT, CLOSE_PORT), grid.right(CLOSED, 1));
            case SYN_RECEIVED, FIN_WAIT_1, FIN_WAIT_2 ->
                    along(grid.left(from, 0), grid.leftLane(), fromLeft);
            // The upper port: the lower one is for the peer's FIN, which turns off sooner.
            case ESTABLISHED -> along(grid.right(from, -1), grid.rightLane(), fromRight);
            case CLOSE_WAIT, LAST_ACK -> along(grid.right(from, 0), grid.rightLane(), fromRight);
            case TIME_WAIT -> along(grid.right(from, 1), grid.outerLane(), fromRight);
            case CLOSING -> closingToClosed(fromRight);
            case CLOSED -> throw unknown(from, CLOSED);
        };
    }

    /** Between the neighbours down to the line of TIME-WAIT, and with it to CLOSED. */
    private List<Point> closingToClosed(Point end) {
        Point start = grid.right(CLOSING, 0);
        double x = grid.rightGap(0.35);
        double y = grid.right(TIME_WAIT, 1).y();
        return List.of(
                start,
                new Point(x, start.y()),
                new Point(x, y),
                new Point(grid.outerLane(), y),
                new Point(grid.outerLane(), end.y()),
                end);
    }

    private List<Point> toSynSent(TcpState from) {
        if (from == CLOSED) {
            return levelFirst(grid.right(CLOSED, 0), grid.top(SYN_SENT, OPEN_PORT));
        }
        if (from == LISTEN) {
            return levelFirst(grid.right(LISTEN, 0), grid.top(SYN_SENT, SEND_PORT));
        }
        throw unknown(from, SYN_SENT);
    }

    private List<Point> toSynReceived(TcpState from) {
        if (from == LISTEN) {
            return levelFirst(grid.left(LISTEN, 1), grid.top(SYN_RECEIVED, 1));
        }
        if (from == SYN_SENT) {
            return straight(grid.left(SYN_SENT, -1), grid.right(SYN_RECEIVED, -1));
        }
        if (from == TIME_WAIT) {
            Point start = grid.bottom(TIME_WAIT, 0);
            Point end = grid.left(SYN_RECEIVED, 1);
            return List.of(
                    start,
                    new Point(start.x(), grid.floor()),
                    new Point(grid.reuseLane(), grid.floor()),
                    new Point(grid.reuseLane(), end.y()),
                    end);
        }
        throw unknown(from, SYN_RECEIVED);
    }

    private List<Point> toTimeWait(TcpState from) {
        Point left = grid.left(TIME_WAIT, -1);
        Point right = grid.right(TIME_WAIT, -1);
        return switch (from) {
            case CLOSING -> straight(grid.bottom(CLOSING, 0), grid.top(TIME_WAIT, 0));
            case FIN_WAIT_2 -> uprightFirst(grid.bottom(FIN_WAIT_2, 0), grid.left(TIME_WAIT, 0));
            case FIN_WAIT_1 -> along(grid.right(FIN_WAIT_1, 1), grid.leftGap(), left);
            case SYN_RECEIVED ->
                    stepping(
                            grid.bottom(SYN_RECEIVED, 1),
                            grid.below(SYN_RECEIVED),
                            grid.leftGap(),
                            left);
            case CLOSE_WAIT -> along(grid.left(CLOSE_WAIT, 0), grid.rightGap(0.7), right);
            case ESTABLISHED ->
                    stepping(
                            grid.bottom(ESTABLISHED, 1),
                            grid.left(CLOSE_WAIT, 0).y(),
                            grid.rightGap(0.7),
                            right);
            case CLOSED, LISTEN, SYN_SENT, LAST_ACK, TIME_WAIT -> throw unknown(from, TIME_WAIT);
        };
    }

    private List<Point> onward(TcpState from, TcpState to) {
        return switch (from) {
            case CLOSED -> straight(grid.bottom(from, -1), grid.top(to, -1));
            case SYN_RECEIVED -> fromSynReceived(to);
            case SYN_SENT -> levelFirst(grid.left(from, 1), grid.top(to, 1));
            case ESTABLISHED ->
                    to == FIN_WAIT_1
                            ? levelFirst(grid.left(from, 0), grid.top(to, 1))
                            : levelFirst(grid.right(from, 1), grid.top(to, 0));
            case FIN_WAIT_1 ->
                    to == FIN_WAIT_2
                            ? straight(grid.bottom(from, 0), grid.top(to, 0))
                            : levelFirst(grid.right(from, 0), grid.top(to, 0));
            case CLOSE_WAIT -> straight(grid.bottom(from, 0), grid.top(to, 0));
            case LISTEN, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT -> throw unknown(from, to);
        };
    }

    private List<Point> fromSynReceived(TcpState to) {
        if (to == LISTEN) {
            return uprightFirst(grid.top(SYN_RECEIVED, 0), grid.left(LISTEN, -1));
        }
        if (to == ESTABLISHED) {
            return levelFirst(grid.right(SYN_RECEIVED, 1), grid.top(ESTABLISHED, -1));
        }
        return straight(grid.bottom(SYN_RECEIVED, -1), grid.top(to, -1));
    }

    private static List<Point> straight(Point start, Point end) {
        return List.of(start, end);
    }

    private static List<Point> levelFirst(Point start, Point end) {
        return List.of(start, new Point(end.x(), start.y()), end);
    }

    private static List<Point> uprightFirst(Point start, Point end) {
        return List.of(start, new Point(start.x(), end.y()), end);
    }

    /** Level to an upright lane, along it, and level to the end. */
    private static List<Point> along(Point start, double laneX, Point end) {
        return List.of(start, new Point(laneX, start.y()), new Point(laneX, end.y()), end);
    }

    /** Upright to a level, then {@link #along}. */
    private static List<Point> stepping(Point start, double y, double laneX, Point end) {
        return List.of(
                start,
                new Point(start.x(), y),
                new Point(laneX, y),
                new Point(laneX, end.y()),
                end);
    }

    private static IllegalArgumentException unknown(TcpState from, TcpState to) {
        return new IllegalArgumentException("no way from " + from + " to " + to);
    }
}
