package dev.handshakelab.view.main;

import dev.handshakelab.view.command.Command;
import dev.handshakelab.view.inspector.FieldNode;
import dev.handshakelab.view.statemap.StateMap;
import dev.handshakelab.view.touch.NextRow;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Turns keys into commands, before the focused control sees them, except for the keys by which that
 * control itself is used: a text field keeps all, a list those that move in it, a button the space
 * bar.
 */
final class KeyHandler {
    private static final Set<KeyCode> LIST_KEYS =
            Set.of(
                    KeyCode.UP,
                    KeyCode.DOWN,
                    KeyCode.LEFT,
                    KeyCode.RIGHT,
                    KeyCode.HOME,
                    KeyCode.END,
                    KeyCode.PAGE_UP,
                    KeyCode.PAGE_DOWN,
                    KeyCode.SPACE);

    private final BiPredicate<Command, KeyEvent> run;
    private final BooleanSupplier suspended;

    /**
     * @param run runs a command; false: it means nothing now, and the key goes on
     * @param suspended whether a menu or an overlay has the keys
     */
    KeyHandler(BiPredicate<Command, KeyEvent> run, BooleanSupplier suspended) {
        this.run = run;
        this.suspended = suspended;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> handle(event, scene.getFocusOwner()));
    }

    private void handle(KeyEvent event, @Nullable Node focused) {
        if (suspended.getAsBoolean()) {
            return;
        }
        Command.of(event)
                .filter(command -> !command.isPlainKey() || !wants(focused, event.getCode()))
                .filter(command -> run.test(command, event))
                .ifPresent(_ -> event.consume());
    }

    private static boolean wants(@Nullable Node focused, KeyCode code) {
        return switch (focused) {
            case TextInputControl _ -> true;
            case ComboBoxBase<?> box -> box.isShowing() || code == KeyCode.SPACE;
            case TreeView<?> _ -> LIST_KEYS.contains(code);
            case TableView<?> _ -> LIST_KEYS.contains(code);
            case ListView<?> _ -> LIST_KEYS.contains(code);
            case StateMap _ -> LIST_KEYS.contains(code);
            case FieldNode _ -> LIST_KEYS.contains(code) && code != KeyCode.SPACE;
            case MenuButton button -> button.isShowing() || code == KeyCode.SPACE;
            case NextRow _ -> code == KeyCode.SPACE;
            case ButtonBase _ -> code == KeyCode.SPACE;
            case null, default -> false;
        };
    }
}
