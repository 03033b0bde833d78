package dev.handshakelab.view.main;

import atlantafx.base.controls.ModalPane;
import java.util.Objects;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The pane over the window, which shows one card at a time. */
final class Overlay {
    private @Nullable ModalPane pane;

    /**
     * Takes the pane of the loaded window.
     *
     * @param uncovered what to do whenever the pane goes away
     */
    void attach(ModalPane modal, Runnable uncovered) {
        pane = modal;
        // A sliding card leaves a ghost of itself behind.
        modal.setInTransitionFactory(null);
        modal.setOutTransitionFactory(null);
        modal.displayProperty()
                .subscribe(shown -> {
                    if (!shown) {
                        uncovered.run();
                    }
                });
    }

    void show(Node card) {
        pane().show(card);
    }

    void hide() {
        pane().hide(true);
    }

    boolean isShown() {
        return pane().isDisplay();
    }

    private ModalPane pane() {
        return Objects.requireNonNull(pane, "attach comes first");
    }
}
