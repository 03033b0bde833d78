package dev.handshakelab.view.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A field in the list: name, value, value from the initial number, hexadecimal, meaning. */
final class FieldRow extends VBox implements FieldNode {
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

    private final int field;
    private final Label name;
    private final Label meaning;
    private final List<Node> numbers = new ArrayList<>();

    FieldRow(int field, FieldText text) {
        this.field = field;
        name = label(text.name(), "row-name");
        meaning = label(text.meaning(), "row-meaning");
        numbers.add(label(text.value(), "row-value"));
        if (!text.relative().isEmpty()) {
            numbers.add(label(text.relative(), "row-extra"));
        }
        // The value of a checksum is written in hexadecimal anyway.
        if (!text.hex().isEmpty() && !text.value().contains(text.hex())) {
            numbers.add(label(text.hex(), "row-extra"));
        }
        getStyleClass().add("field-row");
        Marks.describe(this, text.accessible());
        arrange(false);
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    @Override
    public int field() {
        return field;
    }

    /** One line if there is room for it, otherwise the meaning below name and numbers. */
    void arrange(boolean wide) {
        pseudoClassStateChanged(WIDE, wide);
        var flow = new FlowPane();
        flow.getStyleClass().addAll("row-line", "row-numbers");
        flow.getChildren().setAll(numbers);
        flow.setHgap(8);
        var line = new HBox();
        line.getStyleClass().add("row-line");
        if (wide) {
            HBox.setHgrow(meaning, Priority.ALWAYS);
            line.getChildren().setAll(name, flow, meaning);
            getChildren().setAll(line);
        } else {
            flow.getChildren().addFirst(name);
            getChildren().setAll(flow, meaning);
        }
    }
}
