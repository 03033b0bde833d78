package dev.handshakelab.view.host;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.view.diagram.StateLook;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The name of a state with its sign and colour; both are those of the diagram, see {@link
 * StateLook}.
 */
public final class StateBadge extends Label {
    private final FontIcon sign = new FontIcon();

    /** A badge without a state yet. */
    public StateBadge() {
        getStyleClass().add("state-badge");
        setGraphic(sign);
        setMinWidth(USE_PREF_SIZE);
    }

    /**
     * Shows a state.
     *
     * @param state the state
     * @param text what stands on the badge
     */
    public void show(TcpState state, String text) {
        StateLook.apply(this, state);
        sign.setIconLiteral(StateLook.of(state).iconLiteral());
        setText(text);
    }
}
