package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.Target;
import org.jspecify.annotations.Nullable;

/**
 * What an item's look depends on besides the item itself.
 *
 * @param frame the frame that has just happened
 * @param playheadY the height of the playhead, px
 * @param hideFuture whether what is to come is hidden instead of faint
 * @param selection what is selected
 * @param emPx the size of ordinary text
 */
record Moment(
        int frame, double playheadY, boolean hideFuture, @Nullable Target selection, double emPx) {
    boolean hasBegun(DiagramItem item) {
        return item.frameIndex() <= frame;
    }

    /**
     * Whether all that an item shows lies in the past (1) or is still to come (-1); otherwise 0.
     *
     * @param lastFrame the last frame that matters to it
     */
    int phaseOf(DiagramItem item, int lastFrame) {
        Box box = item.bounds();
        if (frame > lastFrame && playheadY > box.bottom()) {
            return 1;
        }
        return frame < item.frameIndex() && playheadY < box.y() ? -1 : 0;
    }

    /** Whether an item that lies in the past, or is to come, looks the same at another moment. */
    boolean looksLike(Moment other, DiagramItem item) {
        return hideFuture == other.hideFuture
                && emPx == other.emPx
                && isSelected(item) == other.isSelected(item);
    }

    boolean isSelected(DiagramItem item) {
        return selection != null && selection.equals(item.target());
    }
}
