package dev.handshakelab.view.diagram;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Does something right before the next picture is laid out, however often it was asked for. */
final class OncePerPulse {
    private final Node node;
    private final Runnable work;
    private final Runnable pulse = this::runIfWanted;
    private final ChangeListener<@Nullable Scene> sceneChange = (_, old, now) -> move(old, now);
    private boolean wanted;

    /**
     * @param node in whose window it is to be seen
     */
    OncePerPulse(Node node, Runnable work) {
        this.node = node;
        this.work = work;
        move(null, node.getScene());
        node.sceneProperty().addListener(sceneChange);
    }

    private void move(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePreLayoutPulseListener(pulse);
        }
        if (now != null) {
            now.addPreLayoutPulseListener(pulse);
        }
    }

    void request() {
        wanted = true;
        Platform.requestNextPulse();
    }

    /** Does it at once if somebody has asked for it. */
    void runIfWanted() {
        if (wanted) {
            wanted = false;
            work.run();
        }
    }

    void dispose() {
        node.sceneProperty().removeListener(sceneChange);
        move(node.getScene(), null);
    }
}
