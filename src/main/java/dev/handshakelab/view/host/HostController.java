package dev.handshakelab.view.host;

import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A host's header: who it is, its state, and its control block, which folds away. */
public final class HostController {
    /** What belongs to sending stands in the first row, what belongs to receiving in the second. */
    private static final int COLUMNS = 4;

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Preferences preferences;
    private final Messages messages;
    private final List<Cell> cells = new ArrayList<>();
    @FXML private Region root;
    @FXML private Label role;
    @FXML private Label address;
    @FXML private StateBadge badge;
    @FXML private ToggleButton fold;
    @FXML private GridPane variables;

    /** A name over a value, with the mark of a change. */
    private record Cell(VBox box, Label name, Label value) {}

    public HostController(Preferences preferences, Messages messages) {
        this.preferences = preferences;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        fold.selectedProperty().bindBidirectional(preferences.showVariablesProperty());
        variables.visibleProperty().bind(preferences.showVariablesProperty());
        variables.managedProperty().bind(preferences.showVariablesProperty());
        ControlBlock.SHOWN.forEach(variable -> {
            var name = new Label(variable.rfcName());
            name.getStyleClass().add("variable-name");
            var value = new Label();
            value.getStyleClass().add("variable-value");
            var box = new VBox(name, value);
            box.getStyleClass().add("variable");
            box.setAccessibleRole(AccessibleRole.TEXT);
            cells.add(new Cell(box, name, value));
        });
        for (int i = 0; i < cells.size(); i++) {
            variables.add(cells.get(i).box(), i % COLUMNS, i / COLUMNS);
        }
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            variables.getColumnConstraints().add(column);
        }
    }

    /** Shows a host from now on; to be called once. */
    public void show(HostViewModel host) {
        host.onChange(() -> fill(host));
    }

    private void fill(HostViewModel host) {
        role.setText(host.role());
        address.setText(host.address());
        badge.show(host.state(), host.stateText());
        badge.pseudoClassStateChanged(CHANGED, host.stateChanged());
        root.setAccessibleText(host.accessibleText());
        badge.setAccessibleText(host.accessibleText());
        List<ControlBlock.Row> rows = host.rows();
        for (int i = 0; i < cells.size(); i++) {
            fill(cells.get(i), rows.get(i));
        }
    }

    private void fill(Cell cell, ControlBlock.Row row) {
        String name = row.variable().rfcName();
        // Not by colour alone: a changed value has a mark before its name.
        cell.name().setText(row.changed() ? "•" + name : name);
        cell.value().setText(row.value());
        cell.box().pseudoClassStateChanged(CHANGED, row.changed());
        cell.box()
                .setAccessibleText(
                        messages.get(
                                row.changed() ? "host.variableChanged" : "host.variable",
                                name,
                                row.value()));
    }
}
