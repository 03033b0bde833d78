package dev.handshakelab.view.touch;

import dev.handshakelab.view.fxml.Rows;
import dev.handshakelab.view.touch.NextViewModel.Row;
import dev.handshakelab.view.touch.NextViewModel.Section;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A heading and what can happen under it. */
final class NextSection extends VBox {
    private final Label title = new Label();
    private final Rows<Row, NextRow> rows;

    NextSection(Supplier<NextRow> maker, BiConsumer<NextRow, Row> writer) {
        this.rows = new Rows<>(maker, writer);
        title.getStyleClass().add("next-heading");
        getStyleClass().add("next-sections");
        getChildren().add(title);
    }

    void show(Section section) {
        title.setText(section.title());
        rows.show(this, section.rows());
    }

    List<NextRow> rows() {
        return rows.nodes();
    }
}
