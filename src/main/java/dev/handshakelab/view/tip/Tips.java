package dev.handshakelab.view.tip;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Gives nodes their tooltips when the pointer first enters them. A tooltip is a window of its own
 * with its own styles: making one for each of a hundred nodes takes longer than drawing them.
 */
public final class Tips {
    private Tips() {}

    /**
     * Lets a node have a tooltip once it is pointed at.
     *
     * @param maker makes the tooltip; asked at most once for each node
     */
    public static void onDemand(Node node, Supplier<Tooltip> maker) {
        node.addEventHandler(
                MouseEvent.MOUSE_ENTERED,
                new EventHandler<>() {
                    @Override
                    public void handle(MouseEvent event) {
                        node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                        Tooltip.install(node, maker.get());
                    }
                });
    }

    /** Lets a node have a tooltip with a text that may change, once it is pointed at. */
    public static void onDemand(Node node, ObservableValue<String> text) {
        onDemand(
                node,
                () -> {
                    var tip = new Tooltip();
                    tip.textProperty().bind(text);
                    return tip;
                });
    }

    /** Lets a node have a tooltip with this text once it is pointed at. */
    public static void onDemand(Node node, String text) {
        onDemand(node, () -> new Tooltip(text));
    }
}
