package dev.handshakelab.view.host;

import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.tip.Tips;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Variables in equal columns, each a name over a value; a changed one is marked. There is always
 * room for the mark, so that nothing moves when a value changes.
 */
public final class VariableGrid extends CellGrid {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    /** Makes the cells that are to be shown; null: they are shown. */
    private @Nullable Supplier<List<Node>> waiting;

    /** Without variables yet. */
    public VariableGrid() {
        getStyleClass().add("panel-variables");
        // Folded away, it takes no room.
        managedProperty().bind(visibleProperty());
        visibleProperty().subscribe(this::fill);
    }

    /** Shows these rows. */
    void show(List<ControlBlock.Row> rows, Messages messages) {
        waiting = () -> rows.stream().map(row -> cell(row, messages)).toList();
        fill();
    }

    /**
     * Folded away, the cells are not made: on the way through a story that is much work for nobody.
     */
    private void fill() {
        if (isVisible() && waiting != null) {
            getChildren().setAll(waiting.get());
            waiting = null;
        }
    }

    private static Node cell(ControlBlock.Row row, Messages messages) {
        String name = row.variable().rfcName();
        String meaning = messages.get("hostPanel.variable." + row.variable().name());
        // Not by colour alone: a changed value has a mark behind its name.
        var mark = new Region();
        mark.getStyleClass().add("variable-mark");
        mark.setVisible(row.changed());
        var nameLabel = new Label(name, mark);
        nameLabel.setContentDisplay(ContentDisplay.RIGHT);
        nameLabel.getStyleClass().add("variable-name");
        Tips.onDemand(nameLabel, meaning);
        var valueLabel = new Label(row.value());
        valueLabel.getStyleClass().add("variable-value");
        Tips.onDemand(valueLabel, meaning);
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
