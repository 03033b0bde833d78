package dev.handshakelab.view.diagram;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import org.jspecify.annotations.Nullable;

/** The ring that turns while a picture is being worked out; made when it is needed first. */
final class WaitingRing {
    private static final double SIZE_EM = 4;

    private final List<Node> children;
    private double widthPx;
    private double sizePx;
    private @Nullable ProgressIndicator ring;

    /**
     * @param children those of the diagram, where it comes last
     */
    WaitingRing(List<Node> children) {
        this.children = children;
    }

    boolean isShown() {
        return ring != null && ring.isVisible();
    }

    void show(boolean wanted) {
        if (wanted && ring == null) {
            ring = new ProgressIndicator();
            ring.getStyleClass().add("waiting");
            ring.setManaged(false);
            children.add(ring);
            place();
        }
        if (ring != null) {
            ring.setVisible(wanted);
        }
    }

    /** Puts it to the top of a diagram of this width. */
    void place(double width, double emPx) {
        widthPx = width;
        sizePx = emPx * SIZE_EM;
        place();
    }

    private void place() {
        if (ring != null) {
            ring.resizeRelocate((widthPx - sizePx) / 2, sizePx, sizePx, sizePx);
        }
    }
}
