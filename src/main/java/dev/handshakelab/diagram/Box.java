package dev.handshakelab.diagram;

/**
 * An upright rectangle.
 *
 * @param x left edge, px
 * @param y upper edge, px, counted downwards
 * @param width px, 0 or more
 * @param height px, 0 or more
 */
public record Box(double x, double y, double width, double height) {
    private static final double FAR_PX = 400_000;

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    /** Whether the two share an area; touching edges are no area. */
    public boolean intersects(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** Whether the point lies within, edges included. */
    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /** The same box so much further down, cut off where it is far from 0. */
    Box movedAndCut(double dy) {
        double top = Math.clamp(y + dy, -FAR_PX, FAR_PX);
        double bottom = Math.clamp(bottom() + dy, -FAR_PX, FAR_PX);
        return new Box(x, top, width, bottom - top);
    }

    /** The smallest box that holds both. */
    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(
                left,
                top,
                Math.max(right(), other.right()) - left,
                Math.max(bottom(), other.bottom()) - top);
    }
}
