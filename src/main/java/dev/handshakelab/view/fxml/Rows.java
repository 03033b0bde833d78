package dev.handshakelab.view.fxml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Shows a list that changes often, each thing of it by a node. The nodes stay where they are for
 * other things, and those that are not needed are hidden: a new node would have to find its styles,
 * which takes longer than a step of the story may last.
 *
 * @param <T> what is shown
 * @param <N> the nodes that show it
 */
public final class Rows<T, N extends Node> {
    private final Supplier<? extends N> maker;
    private final BiConsumer<? super N, ? super T> writer;
    private final List<N> nodes = new ArrayList<>();
    private int shown;

    /**
     * Nothing is shown yet.
     *
     * @param maker makes an empty node
     * @param writer makes a node show something, whatever it has shown before
     */
    public Rows(Supplier<? extends N> maker, BiConsumer<? super N, ? super T> writer) {
        this.maker = maker;
        this.writer = writer;
    }

    /**
     * Shows these things in this order.
     *
     * @param pane gets the nodes, after those that it has; the same each time
     */
    public void show(Pane pane, List<T> things) {
        shown = things.size();
        while (nodes.size() < things.size()) {
            nodes.add(maker.get());
            pane.getChildren().add(nodes.getLast());
        }
        for (int i = 0; i < nodes.size(); i++) {
            setShown(nodes.get(i), i < things.size());
            if (i < things.size()) {
                writer.accept(nodes.get(i), things.get(i));
            }
        }
    }

    /** The nodes of what is shown, in order. */
    public List<N> nodes() {
        return nodes.subList(0, shown);
    }

    /** Lets a node be seen and have its room, or neither. */
    public static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
