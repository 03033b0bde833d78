package dev.handshakelab.view.main;

import atlantafx.base.controls.ModalPane;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The pane over the window, which shows one card at a time. */
final class Overlay {
    private @Nullable StackPane window;
    private Runnable uncovered = () -> {};
    private @Nullable ModalPane pane;

    /**
     * Takes the loaded window.
     *
     * @param onUncovered what to do whenever the pane goes away
     */
    void attach(StackPane root, Runnable onUncovered) {
        window = root;
        uncovered = onUncovered;
    }

    void show(Node card) {
        pane().show(card);
    }

    void hide() {
        if (pane != null) {
            pane.hide(true);
        }
    }

    boolean isShown() {
        return pane != null && pane.isDisplay();
    }

    private ModalPane pane() {
        if (pane == null) {
            pane = made();
            Objects.requireNonNull(window, "attach comes first").getChildren().add(pane);
            // It shows a card only once it has a skin.
            pane.applyCss();
        }
        return pane;
    }

    /** Not before it is needed: a start should not wait for it. */
    private ModalPane made() {
        var modal = new ModalPane();
        modal.setId("modal");
        modal.setFocusTraversable(false);
        // A card that slides in leaves a shadow of itself behind where the graphics card does not
        // draw.
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
        modal.displayProperty()
                .addListener((_, _, shown) -> {
                    if (!shown) {
                        uncovered.run();
                    }
                });
        return modal;
    }
}
