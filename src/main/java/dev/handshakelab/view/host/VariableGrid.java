package dev.handshakelab.view.host;

import dev.handshakelab.view.text.Messages;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Variables in columns, each a name over a value; a changed one is marked. */
public final class VariableGrid extends GridPane {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final int COLUMNS = 3;

    /** Without variables yet. */
    public VariableGrid() {
        getStyleClass().add("panel-variables");
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(column);
        }
        managedProperty().bind(visibleProperty());
    }

    /** Shows these rows; without any it takes no room. */
    void show(List<ControlBlock.Row> rows, Messages messages) {
        setVisible(!rows.isEmpty());
        getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            add(cell(rows.get(i), messages), i % COLUMNS, i / COLUMNS);
        }
    }

    private static Node cell(ControlBlock.Row row, Messages messages) {
        String name = row.variable().rfcName();
        String meaning = messages.get("hostPanel.variable." + row.variable().name());
        // Not by colour alone: a changed value has a mark before its name.
        var nameLabel = new Label(row.changed() ? "● " + name : name);
        nameLabel.getStyleClass().add("variable-name");
        nameLabel.setTooltip(new Tooltip(meaning));
        var valueLabel = new Label(row.value());
        valueLabel.getStyleClass().add("variable-value");
        valueLabel.setTooltip(new Tooltip(meaning));
        var box = new VBox(nameLabel, valueLabel);
        box.getStyleClass().add("variable");
        box.pseudoClassStateChanged(CHANGED, row.changed());
        box.setAccessibleRole(AccessibleRole.TEXT);
        String key = row.changed() ? "host.variableChanged" : "host.variable";
        box.setAccessibleText(
                messages.get(
                        "hostPanel.variableMeans", messages.get(key, name, row.value()), meaning));
        return box;
    }
}
