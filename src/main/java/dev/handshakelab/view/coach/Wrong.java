package dev.handshakelab.view.coach;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The mark of what is wrong; the words beside it say what. */
final class Wrong {
    private static final String CLASS = "wrong";

    private Wrong() {}

    static void mark(@Nullable Node node, boolean wrong) {
        if (node == null) {
            return;
        }
        node.getStyleClass().remove(CLASS);
        if (wrong) {
            node.getStyleClass().add(CLASS);
        }
    }
}
