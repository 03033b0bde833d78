package dev.handshakelab.diagram;

import dev.handshakelab.timeline.Side;

/**
 * The columns of one host, px.
 *
 * @param bandX left edge of the state band
 * @param bandWidth its width
 * @param wireX the edge of the band that the arrows touch
 * @param ribbonX left edge of the column of timer ribbons
 * @param ribbonWidth its width
 * @param innerX left edge of the column of state names and timers
 * @param innerWidth its width
 * @param outerX left edge of the column of calls and notices; the same column in a narrow picture
 * @param outerWidth its width
 */
public record Lane(
        Side side,
        double bandX,
        double bandWidth,
        double wireX,
        double ribbonX,
        double ribbonWidth,
        double innerX,
        double innerWidth,
        double outerX,
        double outerWidth) {
    /** The middle of the band. */
    public double centerX() {
        return bandX + bandWidth / 2;
    }

    /** Whether calls and notices have a column of their own. */
    public boolean isSplit() {
        return innerX != outerX;
    }
}
