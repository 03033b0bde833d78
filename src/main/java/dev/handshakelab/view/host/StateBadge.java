package dev.handshakelab.view.host;

import dev.handshakelab.tcp.TcpState;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The name of a state with its sign and colour; the colour is a pseudo-class, see the style sheets. */
public final class StateBadge extends Label {
    private final FontIcon sign = new FontIcon(Feather.CIRCLE);
    private @Nullable TcpState state;

    /** A badge without a state yet. */
    public StateBadge() {
        getStyleClass().add("state-badge");
        setGraphic(sign);
        setMinWidth(USE_PREF_SIZE);
    }

    /**
     * Shows a state.
     *
     * @param newState the state
     * @param text what stands on the badge
     */
    public void show(TcpState newState, String text) {
        if (state != null) {
            pseudoClassStateChanged(pseudoClass(state), false);
        }
        state = newState;
        pseudoClassStateChanged(pseudoClass(newState), true);
        sign.setIconCode(signOf(newState));
        setText(text);
    }

    /** For example {@code syn-received}. */
    private static PseudoClass pseudoClass(TcpState state) {
        return PseudoClass.getPseudoClass(state.rfcName().toLowerCase(Locale.ROOT));
    }

    private static Feather signOf(TcpState state) {
        return switch (state) {
            case CLOSED -> Feather.SLASH;
            case LISTEN -> Feather.RADIO;
            case SYN_SENT -> Feather.ARROW_UP_RIGHT;
            case SYN_RECEIVED -> Feather.REPEAT;
            case ESTABLISHED -> Feather.CHECK_CIRCLE;
            case FIN_WAIT_1 -> Feather.LOG_OUT;
            case FIN_WAIT_2 -> Feather.PAUSE_CIRCLE;
            case CLOSE_WAIT -> Feather.BELL;
            case CLOSING -> Feather.SHUFFLE;
            case LAST_ACK -> Feather.FLAG;
            case TIME_WAIT -> Feather.CLOCK;
        };
    }
}
