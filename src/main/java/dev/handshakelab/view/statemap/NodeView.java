package dev.handshakelab.view.statemap;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.StateMapNode;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.diagram.StateLook;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A state in the map. */
final class NodeView extends VBox {
    private static final PseudoClass VISITED = PseudoClass.getPseudoClass("visited");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final TcpState state;
    private final Label name = new Label();
    private final Label subtitle = new Label();

    NodeView(TcpState state) {
        this.state = state;
        getStyleClass().add("state-node");
        name.getStyleClass().add("state-name");
        subtitle.getStyleClass().add("state-subtitle");
        name.setText(state.rfcName());
        name.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        setManaged(false);
        setAccessibleRole(AccessibleRole.BUTTON);
        getChildren().addAll(name, subtitle);
        StateLook.apply(this, state);
    }

    TcpState state() {
        return state;
    }

    void place(StateMapNode node, boolean named, String textbookName) {
        Box box = node.box();
        subtitle.setText(textbookName);
        subtitle.setVisible(named);
        subtitle.setManaged(named);
        resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }

    void show(MapProgress progress, String spoken) {
        boolean current = progress.isIn(Side.A, state) || progress.isIn(Side.B, state);
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(VISITED, current || progress.lastEntered(state) != null);
        setAccessibleText(spoken);
    }
}
