package dev.handshakelab.view.main;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;

/**
 * Work that can wait until the window shows its first picture, so that the picture comes sooner.
 */
public final class FirstPicture {
    private final Scene scene;
    private final List<Runnable> actions = new ArrayList<>();
    private final Runnable listener = this::pulse;
    private boolean begun;

    private FirstPicture(Scene scene) {
        this.scene = scene;
    }

    /** Does something in the window's thread once the next picture is on the screen. */
    public static void then(Scene scene, Runnable action) {
        var waiting = (FirstPicture) scene.getProperties().get(FirstPicture.class);
        if (waiting == null) {
            waiting = new FirstPicture(scene);
            scene.getProperties().put(FirstPicture.class, waiting);
            scene.addPreLayoutPulseListener(waiting.listener);
        }
        waiting.actions.add(action);
    }

    /**
     * The second pulse begins while the picture of the first is being painted, on another thread
     * and one picture after the other. So a small one that is waited for ends after it, and what is
     * put into the queue of this thread then comes after the step that brings it to the screen.
     */
    private void pulse() {
        if (!begun) {
            begun = true;
            Platform.requestNextPulse();
            return;
        }
        scene.removePreLayoutPulseListener(listener);
        scene.getProperties().remove(FirstPicture.class);
        var small = new SnapshotParameters();
        small.setViewport(new Rectangle2D(0, 0, 1, 1));
        new Group().snapshot(small, null);
        actions.forEach(Platform::runLater);
    }
}
