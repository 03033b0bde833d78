package dev.handshakelab.view.explain;

import dev.handshakelab.view.fxml.Rows;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A title with lines below it; without lines it takes no room. */
final class Lines<T, N extends Node> extends VBox {
    private final String titleKey;
    private final Label title = Reason.wrapped("section-title");
    private final Rows<T, N> rows;

    /**
     * @param maker makes the node of a line
     * @param writer writes a line into its node
     */
    Lines(String titleKey, Supplier<N> maker, BiConsumer<N, T> writer) {
        this.titleKey = titleKey;
        this.rows = new Rows<>(maker, writer);
        getStyleClass().add("paragraph-content");
        getChildren().add(title);
    }

    void show(List<T> lines, Messages messages) {
        Rows.setShown(this, !lines.isEmpty());
        title.setText(messages.get(titleKey));
        rows.show(this, lines);
    }
}
