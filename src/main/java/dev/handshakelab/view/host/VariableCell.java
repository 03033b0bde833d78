package dev.handshakelab.view.host;

import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.tip.Tips;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A variable: its name over its value, with a mark if the step changed it. */
final class VariableCell extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Region mark = new Region();
    private final Label name = new Label("", mark);
    private final Label value = new Label();
    private final StringProperty meaning = new SimpleStringProperty("");

    VariableCell() {
        // Not by colour alone: a changed value has a mark behind its name.
        mark.getStyleClass().add("variable-mark");
        name.setContentDisplay(ContentDisplay.RIGHT);
        name.getStyleClass().add("variable-name");
        value.getStyleClass().add("variable-value");
        for (Label label : new Label[] {name, value}) {
            Tips.onDemand(
                    label,
                    () -> {
                        var tip = new Tooltip();
                        tip.textProperty().bind(meaning);
                        return tip;
                    });
        }
        getStyleClass().add("variable");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(name, value);
    }

    void show(ControlBlock.Row row, Messages messages) {
        String rfcName = row.variable().rfcName();
        meaning.set(messages.get("hostPanel.variable." + row.variable().name()));
        mark.setVisible(row.changed());
        name.setText(rfcName);
        value.setText(row.value());
        pseudoClassStateChanged(CHANGED, row.changed());
        String key = row.changed() ? "host.variableChanged" : "host.variable";
        setAccessibleText(
                messages.get(
                        "hostPanel.variableMeans",
                        messages.get(key, rfcName, row.value()),
                        meaning.get()));
    }
}
