package dev.handshakelab.view.main;

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
    private final Runnable action;
    private final Runnable listener = this::pulse;
    private boolean begun;

    private FirstPicture(Scene scene, Runnable action) {
        this.scene = scene;
        this.action = action;
    }

    /** Does something in the window's thread once the first picture is on the screen. */
    public static void then(Scene scene, Runnable action) {
        scene.addPreLayoutPulseListener(new FirstPicture(scene, action).listener);
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
        var small = new SnapshotParameters();
        small.setViewport(new Rectangle2D(0, 0, 1, 1));
        new Group().snapshot(small, null);
        Platform.runLater(action);
    }
}
