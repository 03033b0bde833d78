package dev.handshakelab.view.capture;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell with one text; numbers stand at the right edge. */
final class PlainCell extends TableCell<ConnectionRow, ConnectionRow> {
    private final Function<ConnectionRow, String> text;

    PlainCell(Function<ConnectionRow, String> text, boolean number) {
        this.text = text;
        getStyleClass().add(number ? "number" : "words");
    }

    @Override
    protected void updateItem(@Nullable ConnectionRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? null : text.apply(row));
    }
}
