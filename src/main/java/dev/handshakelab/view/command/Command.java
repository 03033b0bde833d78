package dev.handshakelab.view.command;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;

/** What keys do. The order is that of the overview of keys. */
public enum Command {
    /** A presenter's remote sends a full stop from its third button. */
    TOGGLE_PLAY(key(KeyCode.SPACE), key(KeyCode.PERIOD)),
    /** A presenter's remote sends Page Down for "next". */
    STEP_FORWARD(key(KeyCode.RIGHT), key(KeyCode.PAGE_DOWN)),
    /** A presenter's remote sends Page Up for "previous". */
    STEP_BACK(key(KeyCode.LEFT), key(KeyCode.PAGE_UP)),
    FIRST(key(KeyCode.HOME)),
    LAST(key(KeyCode.END)),
    ZOOM_IN(
            key(KeyCode.PLUS),
            key(KeyCode.EQUALS),
            new KeyCodeCombination(KeyCode.EQUALS, SHIFT_DOWN),
            key(KeyCode.ADD)),
    ZOOM_OUT(key(KeyCode.MINUS), key(KeyCode.SUBTRACT)),
    ZOOM_FIT(key(KeyCode.DIGIT0), key(KeyCode.NUMPAD0)),
    SCENARIO(digits()),
    FULL_SCREEN(key(KeyCode.F11)),
    /** Presentation programs start a show with F5. */
    CLASS_MODE(key(KeyCode.F5), key(KeyCode.C)),
    LEAVE(key(KeyCode.ESCAPE)),
    LARGER_TEXT(
            new KeyCodeCombination(KeyCode.EQUALS, SHORTCUT_DOWN, SHIFT_DOWN),
            new KeyCodeCombination(KeyCode.PLUS, SHORTCUT_DOWN, KeyCodeCombination.SHIFT_ANY),
            new KeyCodeCombination(KeyCode.ADD, SHORTCUT_DOWN, KeyCodeCombination.SHIFT_ANY)),
    SMALLER_TEXT(
            new KeyCodeCombination(KeyCode.MINUS, SHORTCUT_DOWN, SHIFT_DOWN),
            new KeyCodeCombination(KeyCode.SUBTRACT, SHORTCUT_DOWN, KeyCodeCombination.SHIFT_ANY)),
    USUAL_TEXT(new KeyCodeCombination(KeyCode.DIGIT0, SHORTCUT_DOWN, SHIFT_DOWN)),
    TOUCH_MENU(new KeyCodeCombination(KeyCode.F10, SHIFT_DOWN), key(KeyCode.CONTEXT_MENU)),
    TOUCH_DROP(key(KeyCode.D)),
    TOUCH_LATER(key(KeyCode.L)),
    TOUCH_DUPLICATE(key(KeyCode.U)),
    TOUCH_HOLD(key(KeyCode.H)),
    TOUCH_NEXT(key(KeyCode.N)),
    TOUCH_INJECT(key(KeyCode.I)),
    SANDBOX(
            new KeyCodeCombination(KeyCode.S, SHIFT_DOWN),
            new KeyCodeCombination(KeyCode.N, SHORTCUT_DOWN)),
    PREDICT(key(KeyCode.P)),
    COMPARE(key(KeyCode.V)),
    MISCONCEPTIONS(key(KeyCode.M)),
    BE_THE_TCP(key(KeyCode.B)),
    CHALLENGES(key(KeyCode.K)),
    GLOSSARY(key(KeyCode.G)),
    FIND(new KeyCodeCombination(KeyCode.F, SHORTCUT_DOWN)),
    OPEN_FILE(new KeyCodeCombination(KeyCode.O, SHORTCUT_DOWN)),
    SAVE(new KeyCodeCombination(KeyCode.S, SHORTCUT_DOWN)),
    SAVE_AS(new KeyCodeCombination(KeyCode.S, SHORTCUT_DOWN, SHIFT_DOWN)),
    COPY_LINK(new KeyCodeCombination(KeyCode.L, SHORTCUT_DOWN)),
    PASTE_LINK(new KeyCodeCombination(KeyCode.V, SHORTCUT_DOWN)),
    UNDO(new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN)),
    REDO(
            new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN),
            new KeyCodeCombination(KeyCode.Y, SHORTCUT_DOWN)),
    NEXT_BRANCH(new KeyCodeCombination(KeyCode.B, SHORTCUT_DOWN)),
    PREVIOUS_BRANCH(new KeyCodeCombination(KeyCode.B, SHORTCUT_DOWN, SHIFT_DOWN)),
    COPY_TRACE(new KeyCodeCombination(KeyCode.C, SHORTCUT_DOWN, SHIFT_DOWN)),
    EXPORT_PICTURE(new KeyCodeCombination(KeyCode.E, SHORTCUT_DOWN)),
    /** Seen from both ends. */
    EXPORT_CAPTURE(new KeyCodeCombination(KeyCode.E, SHORTCUT_DOWN, SHIFT_DOWN)),
    QUIT(new KeyCodeCombination(KeyCode.Q, SHORTCUT_DOWN)),
    SHOW_KEYS(
            key(KeyCode.F1),
            // The question mark on most keyboards.
            new KeyCodeCombination(KeyCode.SLASH, SHIFT_DOWN));

    private final List<KeyCodeCombination> keys;

    Command(KeyCodeCombination... keys) {
        this.keys = List.of(keys);
    }

    /** The keys that do it; the first is the one to tell people. */
    public List<KeyCodeCombination> keys() {
        return keys;
    }

    /** The command of a pressed key. */
    public static Optional<Command> of(KeyEvent event) {
        return Stream.of(values())
                .filter(command -> command.keys.stream().anyMatch(key -> key.match(event)))
                .findFirst();
    }

    /** Whether a text field or another control that is used by keys may want the key for itself. */
    public boolean isPlainKey() {
        return switch (this) {
            case TOGGLE_PLAY,
                    STEP_FORWARD,
                    STEP_BACK,
                    FIRST,
                    LAST,
                    ZOOM_IN,
                    ZOOM_OUT,
                    ZOOM_FIT,
                    SCENARIO,
                    CLASS_MODE,
                    TOUCH_DROP,
                    TOUCH_LATER,
                    TOUCH_DUPLICATE,
                    TOUCH_HOLD,
                    TOUCH_NEXT,
                    TOUCH_INJECT,
                    SANDBOX,
                    PREDICT,
                    COMPARE,
                    MISCONCEPTIONS,
                    BE_THE_TCP,
                    PASTE_LINK,
                    UNDO,
                    REDO,
                    CHALLENGES,
                    GLOSSARY ->
                    true;
            case FULL_SCREEN,
                    TOUCH_MENU,
                    LEAVE,
                    LARGER_TEXT,
                    SMALLER_TEXT,
                    USUAL_TEXT,
                    FIND,
                    OPEN_FILE,
                    SAVE,
                    SAVE_AS,
                    COPY_LINK,
                    NEXT_BRANCH,
                    PREVIOUS_BRANCH,
                    COPY_TRACE,
                    EXPORT_PICTURE,
                    EXPORT_CAPTURE,
                    QUIT,
                    SHOW_KEYS ->
                    false;
        };
    }

    private static KeyCodeCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCodeCombination[] digits() {
        return Stream.of(
                        KeyCode.DIGIT1,
                        KeyCode.DIGIT2,
                        KeyCode.DIGIT3,
                        KeyCode.DIGIT4,
                        KeyCode.DIGIT5,
                        KeyCode.DIGIT6,
                        KeyCode.DIGIT7,
                        KeyCode.DIGIT8,
                        KeyCode.DIGIT9,
                        KeyCode.NUMPAD1,
                        KeyCode.NUMPAD2,
                        KeyCode.NUMPAD3,
                        KeyCode.NUMPAD4,
                        KeyCode.NUMPAD5,
                        KeyCode.NUMPAD6,
                        KeyCode.NUMPAD7,
                        KeyCode.NUMPAD8,
                        KeyCode.NUMPAD9)
                .map(Command::key)
                .toArray(KeyCodeCombination[]::new);
    }
}
