package dev.handshakelab.view.main;

import javafx.application.Platform;
import javafx.scene.Scene;

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

    /** Does something in the window's thread once the first picture has been painted. */
    public static void then(Scene scene, Runnable action) {
        scene.addPreLayoutPulseListener(new FirstPicture(scene, action).listener);
    }

    /** A pulse begins only when the picture of the one before has been painted. */
    private void pulse() {
        if (begun) {
            scene.removePreLayoutPulseListener(listener);
            action.run();
        } else {
            begun = true;
            Platform.requestNextPulse();
        }
    }
}
