package dev.handshakelab.view.coach;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A cell that shows a value by its text. */
final class TextCell<T> extends ListCell<T> {
    private final Function<T, String> text;
    private final String prompt;

    private TextCell(Function<T, String> text, String prompt) {
        this.text = text;
        this.prompt = prompt;
    }

    /** Lets a list to choose from show its values by their texts, in the language of now. */
    static <T> void install(ComboBox<T> box, Function<T, String> text, String prompt) {
        box.setCellFactory(_ -> new TextCell<>(text, ""));
        box.setButtonCell(new TextCell<>(text, prompt));
        box.setPromptText(prompt);
    }

    @Override
    protected void updateItem(@Nullable T value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty || value == null ? prompt : text.apply(value));
    }
}
