package dev.handshakelab.view.host;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.view.diagram.StateLook;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The name of a state with its sign and colour; both are those of the diagram, see {@link
 * StateLook}.
 */
public final class StateBadge extends Label {
    private static final PseudoClass INFERRED = PseudoClass.getPseudoClass("inferred");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final FontIcon sign = new FontIcon();

    /** A badge without a state yet. */
    public StateBadge() {
        getStyleClass().add("state-badge");
        setGraphic(sign);
        setMinWidth(USE_PREF_SIZE);
    }

    /**
     * Shows a state as sure as it is.
     *
     * @param host how the host stands
     * @param text what stands on the badge
     */
    public void show(HostView host, String text) {
        boolean unknown = host.certainty() == Certainty.UNKNOWN;
        show(host.state(), text);
        pseudoClassStateChanged(INFERRED, host.certainty() == Certainty.INFERRED);
        pseudoClassStateChanged(UNKNOWN, unknown);
        if (unknown) {
            StateLook.clear(this);
            sign.setIconLiteral("fth-help-circle");
        }
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
