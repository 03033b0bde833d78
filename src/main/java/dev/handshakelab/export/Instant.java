package dev.handshakelab.export;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.timeline.Timeline;

/**
 * How far the story has come in a picture.
 *
 * @param frame the last frame that has happened
 * @param playheadY the height of the moment, px; infinite at the end
 * @param hideFuture whether what is to come is left out instead of being faint
 */
record Instant(int frame, double playheadY, boolean hideFuture) {
    /** The whole story. */
    static Instant end(Timeline timeline) {
        return new Instant(timeline.lastIndex(), Double.POSITIVE_INFINITY, false);
    }

    boolean hasBegun(DiagramItem item) {
        return item.frameIndex() <= frame;
    }

    /** To which height something is drawn that reaches from one height to another. */
    double reached(DiagramItem item, int endFrame, double fromY, double toY) {
        if (!hasBegun(item)) {
            return fromY;
        }
        boolean over = frame >= endFrame || playheadY == Double.POSITIVE_INFINITY;
        return over ? toY : Math.clamp(playheadY, fromY, toY);
    }
}
