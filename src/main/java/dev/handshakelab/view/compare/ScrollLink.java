package dev.handshakelab.view.compare;

import dev.handshakelab.diagram.DiagramLayout;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Lets two diagrams of aligned stories show the same time: whoever scrolls one scrolls the other,
 * so that the same moment is in the middle of both. While the story moves each follows it by
 * itself.
 */
final class ScrollLink {
    /** The twin that the user scrolls; null while nobody does. */
    private @Nullable TwinController leader;

    ScrollLink(TwinController left, TwinController right) {
        connect(left, right);
        connect(right, left);
    }

    /** The story moves: nobody leads. */
    void release() {
        leader = null;
    }

    private void connect(TwinController twin, TwinController other) {
        twin.diagram().addEventFilter(ScrollEvent.SCROLL, _ -> leader = twin);
        twin.diagram().addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> leader = twin);
        twin.diagram().skinProperty().subscribe(() -> connectBar(twin, other));
    }

    private void connectBar(TwinController twin, TwinController other) {
        ScrollBar bar = bar(twin);
        if (bar != null) {
            bar.valueProperty()
                    .subscribe(value -> {
                        twin.gutter().setScrolled(Math.round(value.doubleValue()));
                        if (twin == leader) {
                            moveTo(other, middleNanos(twin, value.doubleValue()), twin);
                        }
                    });
        }
    }

    private static double middleNanos(TwinController twin, double top) {
        DiagramLayout layout = twin.diagram().getDiagramLayout();
        return layout == null ? 0 : layout.axis().nanosAt(top + middle(twin));
    }

    private static double middle(TwinController twin) {
        return twin.diagram().getHeight() / 2;
    }

    private static void moveTo(TwinController other, double nanos, TwinController leader) {
        ScrollBar bar = bar(other);
        ScrollBar leading = bar(leader);
        DiagramLayout layout = other.diagram().getDiagramLayout();
        if (bar == null || leading == null || layout == null) {
            return;
        }
        double wanted = layout.axis().yAt(nanos) - middle(other);
        // At its ends the leader shows all that there is, and so must the other.
        if (leading.getValue() <= 0) {
            wanted = 0;
        } else if (leading.getValue() >= leading.getMax()) {
            wanted = bar.getMax();
        }
        bar.setValue(Math.clamp(wanted, 0, Math.max(0, bar.getMax())));
    }

    private static @Nullable ScrollBar bar(TwinController twin) {
        for (Node child : twin.diagram().getChildrenUnmodifiable()) {
            if (child instanceof ScrollBar bar) {
                return bar;
            }
        }
        return null;
    }
}
