package dev.handshakelab.view.fxml;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * Keeps up to date what a node shows, but only while it can be seen: in a tab that is not selected,
 * or in a pane that is folded away, nothing is done until it comes up again.
 */
public final class WhenSeen {
    private static final ObservableValue<Boolean> NO = new SimpleBooleanProperty(false);

    private final Runnable refresh;
    private boolean seen;
    private boolean stale = true;

    /**
     * Refreshes as soon as the node can be seen.
     *
     * @param node whether it is visible itself does not count: it may be what is refreshed
     * @param refresh makes the node show how things stand
     */
    public WhenSeen(Node node, Runnable refresh) {
        this.refresh = refresh;
        node.sceneProperty().flatMap(_ -> aboveIsSeen(node)).orElse(false).subscribe(this::turn);
    }

    /** Whether all that holds a node in its scene is visible. */
    private static ObservableValue<Boolean> aboveIsSeen(Node node) {
        return node.parentProperty()
                .flatMap(parent ->
                        parent.visibleProperty()
                                .flatMap(visible -> visible ? aboveIsSeen(parent) : NO))
                .orElse(true);
    }

    /** Says that what the node shows may have changed. */
    public void changed() {
        stale = true;
        refreshIfSeen();
    }

    /** Whether the node can be seen. */
    public boolean isSeen() {
        return seen;
    }

    private void turn(boolean on) {
        seen = on;
        refreshIfSeen();
    }

    private void refreshIfSeen() {
        if (seen && stale) {
            stale = false;
            refresh.run();
        }
    }
}
