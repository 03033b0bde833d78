package dev.handshakelab.view.diagram;

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

    boolean isSelected(DiagramItem item) {
        return selection != null && selection.equals(item.target());
    }
}
