package dev.handshakelab.view.help;

import dev.handshakelab.view.command.Command;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The overview of keys: a line a command, in two columns. */
public final class KeysController {
    /** More keys than this for one command are other ways to type the same. */
    private static final int MOST_KEYS = 2;

    private final Runnable onClose;
    private final Messages messages;
    @FXML private GridPane keysTable;
    @FXML private Button close;

    public KeysController(Runnable onClose, Messages messages) {
        this.onClose = onClose;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        close.setOnAction(_ -> onClose.run());
        Command[] commands = Command.values();
        int rows = (commands.length + 1) / 2;
        for (int i = 0; i < commands.length; i++) {
            var what = new Label(messages.get("keys." + commands[i].name()));
            what.setWrapText(true);
            what.setMinHeight(Label.USE_PREF_SIZE);
            GridPane.setHgrow(what, Priority.ALWAYS);
            keysTable.add(keys(commands[i]), i / rows * 2, i % rows);
            keysTable.add(what, i / rows * 2 + 1, i % rows);
        }
    }

    private static HBox keys(Command command) {
        var caps = new HBox();
        caps.setMinWidth(HBox.USE_PREF_SIZE);
        caps.getStyleClass().add("key-caps");
        for (String text : texts(command)) {
            var cap = new Label(text);
            cap.setMinWidth(Label.USE_PREF_SIZE);
            cap.getStyleClass().add("key-cap");
            caps.getChildren().add(cap);
        }
        return caps;
    }

    private static List<String> texts(Command command) {
        if (command == Command.SCENARIO) {
            return List.of("1 – 9");
        }
        return command.keys().stream()
                .map(KeyCodeCombination::getDisplayText)
                .distinct()
                .limit(MOST_KEYS)
                .collect(Collectors.toList());
    }
}
