package dev.handshakelab.view.inspector;

import java.util.Set;
import javafx.scene.Node;

/** Lets a part of the inspector act on the model when it is used. */
final class Parts {
    private Parts() {}

    /**
     * Connects a node: the mouse over it marks fields, a click or the focus selects one.
     *
     * @param fields the fields to mark
     */
    static <T extends Node & FieldNode> void connect(
            T node, InspectorViewModel model, Set<Integer> fields) {
        node.setOnMouseEntered(_ -> model.hoveredProperty().set(fields));
        node.setOnMouseExited(_ -> model.hoveredProperty().set(Set.of()));
        node.setOnMousePressed(event -> {
            node.requestFocus();
            model.selectedProperty().set(node.field());
            event.consume();
        });
        node.focusedProperty()
                .subscribe(focused -> {
                    if (focused) {
                        model.selectedProperty().set(node.field());
                    }
                });
    }
}
