package dev.handshakelab.view.compare;

import dev.handshakelab.playback.Player;
import dev.handshakelab.view.command.Command;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the main window for the story, except where a control needs them itself. */
final class CompareKeys {
    private static final Set<KeyCode> SLIDER_KEYS =
            Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END);

    private final Player player;
    private final Zoom zoom;

    /** Makes both diagrams larger or smaller. */
    interface Zoom {
        void by(int steps);

        void fit();
    }

    CompareKeys(Player player, Zoom zoom) {
        this.player = player;
        this.zoom = zoom;
    }

    void install(Node root) {
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    Node focused = root.getScene().getFocusOwner();
                    Command.of(event)
                            .filter(Command::isPlainKey)
                            .filter(_ -> !wants(focused, event.getCode()))
                            .filter(this::run)
                            .ifPresent(_ -> event.consume());
                });
    }

    private static boolean wants(@Nullable Node focused, KeyCode code) {
        return switch (focused) {
            case ComboBoxBase<?> box -> box.isShowing() || code == KeyCode.SPACE;
            case ButtonBase _ -> code == KeyCode.SPACE;
            case Slider _ -> SLIDER_KEYS.contains(code);
            case null, default -> false;
        };
    }

    private boolean run(Command command) {
        switch (command) {
            case TOGGLE_PLAY -> player.toggle();
            case STEP_FORWARD -> player.step(1);
            case STEP_BACK -> player.step(-1);
            case FIRST -> player.first();
            case LAST -> player.last();
            case ZOOM_IN -> zoom.by(1);
            case ZOOM_OUT -> zoom.by(-1);
            case ZOOM_FIT -> zoom.fit();
            case SCENARIO,
                    FULL_SCREEN,
                    CLASS_MODE,
                    LEAVE,
                    LARGER_TEXT,
                    SMALLER_TEXT,
                    USUAL_TEXT,
                    FIND,
                    OPEN_FILE,
                    COPY_TRACE,
                    QUIT,
                    SHOW_KEYS -> {
                return false;
            }
        }
        return true;
    }
}
