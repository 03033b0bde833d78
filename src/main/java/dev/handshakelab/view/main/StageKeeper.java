package dev.handshakelab.view.main;

import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.Settings.Window;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Knows where the window was in the last run, and remembers where it is. */
final class StageKeeper {
    private static final double LEAST_WIDTH_PX = 720;
    private static final double LEAST_HEIGHT_PX = 520;

    private final Stage stage;
    private final Preferences preferences;

    /** Whether the window filled the screen before class mode, and shall go on so after it. */
    private boolean fullBefore;

    StageKeeper(Stage stage, Preferences preferences, WindowState state) {
        this.stage = stage;
        this.preferences = preferences;
        stage.widthProperty().subscribe(this::keep);
        stage.heightProperty().subscribe(this::keep);
        stage.maximizedProperty().subscribe(this::keep);
        // The system's hint would be in the system's language; the keys are told in our overview.
        stage.setFullScreenExitHint("");
        // Escape is a command; the toolkit's own would leave although a drag has the key.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.fullScreenProperty()
                .subscribe(full -> {
                    if (!full) {
                        state.classModeProperty().set(false);
                    }
                });
        state.classModeProperty()
                .subscribe(classMode -> {
                    if (classMode) {
                        fullBefore = stage.isFullScreen();
                        stage.setFullScreen(true);
                    } else if (!fullBefore) {
                        stage.setFullScreen(false);
                    }
                });
    }

    /** Puts the window where it was in the last run. */
    static void restore(Stage stage, Window window) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH_PX, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT_PX, screen.getHeight()));
        // A screen may have become smaller since.
        stage.setWidth(Math.min(window.width(), screen.getWidth()));
        stage.setHeight(Math.min(window.height(), screen.getHeight()));
        boolean fills =
                window.width() >= screen.getWidth() || window.height() >= screen.getHeight();
        stage.setMaximized(window.maximized() || fills);
    }

    private void keep() {
        if (stage.isFullScreen() || !stage.isShowing()) {
            return;
        }
        Window old = preferences.windowProperty().get();
        boolean maximized = stage.isMaximized();
        preferences
                .windowProperty()
                .set(
                        new Window(
                                maximized ? old.width() : stage.getWidth(),
                                maximized ? old.height() : stage.getHeight(),
                                maximized,
                                old.leftDivider(),
                                old.rightDivider()));
    }
}
