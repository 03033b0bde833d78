package dev.handshakelab.view.terms;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.view.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Explains the name of a state wherever it stands: under the mouse, and at the keyboard's focus.
 */
public final class Terms {
    private static final Duration DELAY = Duration.millis(350);
    private static final double GAP_PX = 4;

    private final Messages messages;

    /** Explains in the language of the moment. */
    public Terms(Messages messages) {
        this.messages = messages;
    }

    /** Explains one state at a node. */
    public void explain(Node node, TcpState state) {
        explain(node, Bindings.createObjectBinding(() -> state));
    }

    /**
     * Explains at a node the state of the moment; while there is none, nothing is shown. A node has
     * one such explanation at most.
     */
    public void explain(Node node, ObservableValue<? extends @Nullable TcpState> state) {
        new Explained(node, state).follow();
    }

    private @Nullable StateNames names(@Nullable TcpState state) {
        return state == null ? null : StateNames.of(state, messages);
    }

    /** A node with its explanation, which is made when somebody wants to see it. */
    private final class Explained {
        private final Node node;
        private final ObservableValue<@Nullable StateNames> names;
        private @Nullable Tooltip tip;

        Explained(Node node, ObservableValue<? extends @Nullable TcpState> state) {
            this.node = node;
            this.names =
                    Bindings.createObjectBinding(
                            () -> names(state.getValue()), state, messages.localeProperty());
        }

        void follow() {
            // The property keeps the binding alive as long as the node lives.
            node.getProperties().put(Terms.class, names);
            names.subscribe(this::tell);
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> tip());
            node.focusVisibleProperty().subscribe(this::showAtFocus);
        }

        private void tell(@Nullable StateNames now) {
            node.setAccessibleHelp(now == null ? null : now.spoken(messages));
            if (tip != null) {
                fill(tip);
            }
        }

        private Tooltip tip() {
            if (tip == null) {
                var made = new Tooltip();
                made.getStyleClass().addAll("wide-tip", "state-tip");
                made.setShowDelay(DELAY);
                made.setShowDuration(Duration.INDEFINITE);
                fill(made);
                tip = made;
            }
            return tip;
        }

        private void fill(Tooltip made) {
            StateNames now = names.getValue();
            Tooltip.uninstall(node, made);
            if (now == null) {
                made.hide();
            } else {
                made.setGraphic(content(now));
                Tooltip.install(node, made);
            }
        }

        private void showAtFocus(boolean focused) {
            if (focused && names.getValue() != null) {
                Bounds bounds = node.localToScreen(node.getLayoutBounds());
                if (bounds != null) {
                    tip().show(node, bounds.getMinX(), bounds.getMaxY() + GAP_PX);
                }
            } else if (tip != null) {
                tip.hide();
            }
        }
    }

    /** What the explanation shows; for other popups too. */
    public Node content(StateNames names) {
        var rows = new GridPane();
        rows.getStyleClass().add("state-tip-names");
        row(rows, "glossary.state.chinese", names.chinese());
        row(rows, "glossary.state.english", names.english());
        row(rows, "glossary.state.socket", names.socket());
        row(rows, "glossary.state.waitsFor", names.waitsFor());
        var title = label(names.state().rfcName(), "state-tip-title");
        var content = new Content(title, rows, label(names.summary(), "state-tip-summary"));
        content.getStyleClass().add("state-tip-content");
        return content;
    }

    private void row(GridPane rows, String key, String text) {
        var name = new Label(messages.get(key));
        name.setMinWidth(Label.USE_PREF_SIZE);
        name.getStyleClass().add("state-tip-name");
        GridPane.setValignment(name, VPos.TOP);
        rows.addRow(rows.getRowCount(), name, label(text, "state-tip-value"));
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    /**
     * A tooltip asks how high its content is without saying how wide; texts that wrap would then be
     * as narrow as one letter, and the tooltip as high as the screen.
     */
    private static final class Content extends VBox {
        Content(Node... parts) {
            super(parts);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
        }
    }
}
