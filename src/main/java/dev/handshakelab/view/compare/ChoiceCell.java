package dev.handshakelab.view.compare;

import dev.handshakelab.view.library.ScenarioTexts;
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
        setText(empty || choice == null ? null : text(messages, choice));
    }

    /** The title of a story as it is offered. */
    static String text(Messages messages, Choice choice) {
        return choice.pair()
                .map(pair -> messages.get("compare.pair." + pair.name()))
                .orElseGet(() ->
                        messages.get(
                                "compare.present",
                                ScenarioTexts.title(choice.scenario(), messages)));
    }
}
