package dev.handshakelab.view.host;

import dev.handshakelab.view.fxml.Rows;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Variables in equal columns, each a name over a value; a changed one is marked. There is always
 * room for the mark, so that nothing moves when a value changes.
 */
public final class VariableGrid extends CellGrid {
    private final Rows<ControlBlock.Row, VariableCell> cells =
            new Rows<>(VariableCell::new, this::write);

    /** The rows that are to be shown; null: they are shown. */
    private @Nullable Supplier<List<ControlBlock.Row>> waiting;

    private @Nullable Messages messages;

    /** Without variables yet. */
    public VariableGrid() {
        getStyleClass().add("panel-variables");
        // Folded away, it takes no room.
        managedProperty().bind(visibleProperty());
        visibleProperty().subscribe(this::fill);
    }

    /** Shows these rows; they are asked for only when they can be seen. */
    void show(Supplier<List<ControlBlock.Row>> rows, Messages newMessages) {
        waiting = rows;
        messages = newMessages;
        fill();
    }

    /**
     * Folded away, the cells are not made: on the way through a story that is much work for nobody.
     */
    private void fill() {
        if (isVisible() && waiting != null) {
            cells.show(this, waiting.get());
            waiting = null;
        }
    }

    private void write(VariableCell cell, ControlBlock.Row row) {
        cell.show(row, Objects.requireNonNull(messages));
    }
}
