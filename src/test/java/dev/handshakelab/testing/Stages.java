package dev.handshakelab.testing;

import javafx.scene.Scene;
import javafx.stage.Stage;

/** TestFX keeps one primary stage for all tests: each puts it in order before it uses it. */
public final class Stages {
    private Stages() {}

    /** Undoes what an earlier test did to the stage's size and place. */
    public static void reset(Stage stage) {
        stage.setFullScreen(false);
        stage.setMaximized(false);
        stage.setIconified(false);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setX(0);
        stage.setY(0);
    }

    /** Shows a scene at its own size in the upper left corner. */
    public static void show(Stage stage, Scene scene) {
        reset(stage);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }
}
