package dev.handshakelab.view.inspector;

import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A field in the list: name, value, value from the initial number, hexadecimal, meaning. */
final class FieldRow extends VBox implements FieldNode {
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final String GAP = "   ";

    private final int field;
    private final FieldText text;

    FieldRow(int field, FieldText text) {
        this.field = field;
        this.text = text;
        getStyleClass().add("field-row");
        Marks.describe(this, text.accessible());
        arrange(false);
    }

    @Override
    public int field() {
        return field;
    }

    /** One line if there is room for it, otherwise the meaning below name and numbers. */
    void arrange(boolean wide) {
        pseudoClassStateChanged(WIDE, wide);
        var name = flow("row-names", "row-name", text.name());
        var meaning = flow("row-meanings", "row-meaning", text.meaning());
        if (wide) {
            var numbers = flow("row-numbers", "row-value", text.value());
            addExtras(numbers);
            HBox.setHgrow(meaning, Priority.ALWAYS);
            var line = new HBox(name, numbers, meaning);
            line.getStyleClass().add("row-line");
            getChildren().setAll(line);
        } else {
            add(name, "row-value", text.value());
            addExtras(name);
            getChildren().setAll(name, meaning);
        }
    }

    private void addExtras(TextFlow flow) {
        add(flow, "row-extra", text.relative());
        // The value of a checksum is written in hexadecimal anyway.
        if (!text.value().contains(text.hex())) {
            add(flow, "row-extra", text.hex());
        }
    }

    private static TextFlow flow(String styleClass, String textClass, String shown) {
        var flow = new TextFlow();
        flow.getStyleClass().add(styleClass);
        add(flow, textClass, shown);
        return flow;
    }

    private static void add(TextFlow flow, String styleClass, String shown) {
        if (shown.isEmpty()) {
            return;
        }
        var node = new Text(flow.getChildren().isEmpty() ? shown : GAP + shown);
        node.getStyleClass().add(styleClass);
        flow.getChildren().add(node);
    }
}
