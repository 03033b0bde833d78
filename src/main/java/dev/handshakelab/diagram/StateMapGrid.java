package dev.handshakelab.diagram;

import dev.handshakelab.tcp.TcpState;

/**
 * The places of the states, much as in figure 5 of RFC 9293, and the lanes between them for lines:
 * three columns, seven rows.
 */
final class StateMapGrid {
    private static final int COLUMNS = 3;
    private static final int ROWS = 7;
    private static final double PADDING_EM = 0.45;
    private static final double LINE_EM = 1.9;
    private static final double TWO_LINES_EM = 2.95;
    private static final double NAME_SIZE = 0.8;
    private static final double MARGIN_EM = 0.5;
    private static final double LANE_EM = 1.3;
    private static final double SECOND_LANE_EM = 0.75;
    private static final double MOST_LANE_EM = 4.5;
    private static final double LANE_SHARE = 0.11;
    private static final double REUSE_LANE_EM = 0.8;
    private static final double LEAST_GAP_EM = 1.3;
    private static final double LEAST_ROW_GAP_EM = 1.25;
    private static final double MOST_WIDTHS = 7.5;
    private static final double TOKEN_EM = 1.3;
    private static final double TOKEN_ABOVE = 0.8;

    /** A little outside, so that no arrow head on the upper edge is hidden. */
    private static final double TOKEN_INSET = -0.12;

    private static final double SIDE_STEP = 0.27;
    private static final double PORT_STEP = 0.28;

    private final double fontPx;
    private final double width;
    private final double height;
    private final double nodeWidth;
    private final double nodeHeight;
    private final boolean named;
    private final boolean hasReuse;
    private final double usedWidth;

    /**
     * @param named whether the nodes also show the states' names in textbooks
     * @param hasReuse whether a lane is needed from TIME-WAIT back to SYN-RECEIVED
     */
    StateMapGrid(
            double width,
            double height,
            double fontPx,
            boolean named,
            boolean hasReuse,
            StateMapWords words,
            TextMeasure measure) {
        this.width = width;
        this.height = height;
        this.fontPx = fontPx;
        this.named = named;
        this.hasReuse = hasReuse;
        double widest = 0;
        for (TcpState state : TcpState.values()) {
            widest = Math.max(widest, measure.width(state.rfcName(), fontPx, true));
            if (named) {
                widest =
                        Math.max(
                                widest,
                                measure.width(words.name(state), fontPx * NAME_SIZE, false));
            }
        }
        nodeWidth = widest + 2 * PADDING_EM * fontPx;
        nodeHeight = fontPx * (named ? TWO_LINES_EM : LINE_EM);
        usedWidth = Math.min(width, MOST_WIDTHS * nodeWidth);
    }

    /** Whether everything has the room it needs at least. */
    boolean fits() {
        return columnGap() >= LEAST_GAP_EM * fontPx && rowGap() >= LEAST_ROW_GAP_EM * fontPx;
    }

    double fontPx() {
        return fontPx;
    }

    boolean named() {
        return named;
    }

    /** How far the outer lanes are from the nodes: farther where there is much room. */
    private double lane() {
        double least = LANE_EM * fontPx;
        double reuse = hasReuse ? REUSE_LANE_EM * fontPx : 0;
        double room = usedWidth - COLUMNS * nodeWidth - 2 * MARGIN_EM * fontPx - reuse;
        return Math.clamp(room * LANE_SHARE, least, MOST_LANE_EM * fontPx);
    }

    private double leftMargin() {
        return lane() + fontPx * (MARGIN_EM + (hasReuse ? REUSE_LANE_EM : 0));
    }

    private double rightMargin() {
        return lane() + fontPx * (MARGIN_EM + SECOND_LANE_EM);
    }

    private double topMargin() {
        return fontPx * (MARGIN_EM / 2 + TOKEN_EM * TOKEN_ABOVE);
    }

    private double bottomMargin() {
        return fontPx * (MARGIN_EM + (hasReuse ? REUSE_LANE_EM : 0));
    }

    private double columnGap() {
        double room = usedWidth - leftMargin() - rightMargin() - COLUMNS * nodeWidth;
        return room / (COLUMNS - 1);
    }

    private double rowGap() {
        return (height - topMargin() - bottomMargin() - ROWS * nodeHeight) / (ROWS - 1);
    }

    private double offset() {
        return (width - usedWidth) / 2;
    }

    private double columnX(int column) {
        return offset() + leftMargin() + column * (nodeWidth + columnGap());
    }

    private static int column(TcpState state) {
        return switch (state) {
            case SYN_RECEIVED, FIN_WAIT_1, FIN_WAIT_2 -> 0;
            case CLOSED, LISTEN, ESTABLISHED, CLOSING, TIME_WAIT -> 1;
            case SYN_SENT, CLOSE_WAIT, LAST_ACK -> 2;
        };
    }

    private static int row(TcpState state) {
        return switch (state) {
            case CLOSED -> 0;
            case LISTEN -> 1;
            case SYN_RECEIVED, SYN_SENT -> 2;
            case ESTABLISHED -> 3;
            case FIN_WAIT_1, CLOSE_WAIT -> 4;
            case FIN_WAIT_2, CLOSING, LAST_ACK -> 5;
            case TIME_WAIT -> 6;
        };
    }

    Box box(TcpState state) {
        double y = topMargin() + row(state) * (nodeHeight + rowGap());
        return new Box(columnX(column(state)), y, nodeWidth, nodeHeight);
    }

    StateMapNode node(TcpState state) {
        Box box = box(state);
        double size = TOKEN_EM * fontPx;
        double inset = size * TOKEN_INSET;
        double y = box.y() - size * TOKEN_ABOVE;
        return new StateMapNode(
                state,
                box,
                new Box(box.x() + inset, y, size, size),
                new Box(box.right() - inset - size, y, size, size));
    }

    // Where lines touch a node; -1 is left of or above the middle, 1 right of or below it.

    Point top(TcpState state, double port) {
        Box box = box(state);
        return new Point(box.centerX() + port * SIDE_STEP * nodeWidth, box.y());
    }

    Point bottom(TcpState state, double port) {
        return new Point(top(state, port).x(), box(state).bottom());
    }

    Point left(TcpState state, double port) {
        Box box = box(state);
        return new Point(box.x(), box.centerY() + port * PORT_STEP * nodeHeight);
    }

    Point right(TcpState state, double port) {
        return new Point(box(state).right(), left(state, port).y());
    }

    // Lanes

    /** The upright lane left of all nodes, up to CLOSED. */
    double leftLane() {
        return columnX(0) - lane();
    }

    /** The outermost lane, from TIME-WAIT back to SYN-RECEIVED. */
    double reuseLane() {
        return leftLane() - REUSE_LANE_EM * fontPx;
    }

    /** The level lane below all nodes. */
    double floor() {
        return box(TcpState.TIME_WAIT).bottom() + REUSE_LANE_EM * fontPx;
    }

    /** The inner upright lane right of all nodes, up to CLOSED. */
    double rightLane() {
        return columnX(2) + nodeWidth + lane();
    }

    /** The outer one, for what comes from the row of TIME-WAIT. */
    double outerLane() {
        return rightLane() + SECOND_LANE_EM * fontPx;
    }

    /** An upright lane between the left and the middle column. */
    double leftGap() {
        return columnX(1) - columnGap() * 0.4;
    }

    /** An upright lane between the middle and the right column. */
    double rightGap(double share) {
        return columnX(1) + nodeWidth + columnGap() * share;
    }

    /** Half way between the row of a state and the next. */
    double below(TcpState state) {
        return box(state).bottom() + rowGap() / 2;
    }
}
