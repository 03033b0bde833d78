package dev.handshakelab.view.compare;

import dev.handshakelab.view.text.Messages;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A story to compare, by its title. */
final class ChoiceCell extends ListCell<Choice> {
    private final Messages messages;

    ChoiceCell(Messages messages) {
        this.messages = messages;
    }

    @Override
    protected void updateItem(@Nullable Choice choice, boolean empty) {
        super.updateItem(choice, empty);
        setText(empty || choice == null ? null : CompareText.title(messages, choice));
    }
}
