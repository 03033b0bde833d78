package dev.handshakelab.view.diagram;

import dev.handshakelab.tcp.TcpState;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/**
 * How a state looks: a pseudo-class that the stylesheets colour, and an icon, so that colour is
 * never alone.
 *
 * @param pseudoClass for example {@code :established}
 * @param iconLiteral an icon of Ikonli's Feather pack
 */
public record StateLook(PseudoClass pseudoClass, String iconLiteral) {
    /** The look of a state. */
    public static StateLook of(TcpState state) {
        return switch (state) {
            case CLOSED -> look("closed", "fth-circle");
            case LISTEN -> look("listen", "fth-headphones");
            case SYN_SENT -> look("syn-sent", "fth-arrow-up-right");
            case SYN_RECEIVED -> look("syn-received", "fth-arrow-down-left");
            case ESTABLISHED -> look("established", "fth-check-circle");
            case FIN_WAIT_1 -> look("fin-wait-1", "fth-log-out");
            case FIN_WAIT_2 -> look("fin-wait-2", "fth-pause-circle");
            case CLOSE_WAIT -> look("close-wait", "fth-log-in");
            case CLOSING -> look("closing", "fth-repeat");
            case LAST_ACK -> look("last-ack", "fth-flag");
            case TIME_WAIT -> look("time-wait", "fth-clock");
        };
    }

    private static StateLook look(String name, String icon) {
        return new StateLook(PseudoClass.getPseudoClass(name), icon);
    }

    /** Sets exactly this state's pseudo-class on a node and clears those of the other states. */
    public static void apply(Node node, TcpState state) {
        for (TcpState other : TcpState.values()) {
            node.pseudoClassStateChanged(of(other).pseudoClass(), other == state);
        }
    }

    /** Takes the look of any state off a node: nobody knows which one it is. */
    public static void clear(Node node) {
        for (TcpState state : TcpState.values()) {
            node.pseudoClassStateChanged(of(state).pseudoClass(), false);
        }
    }
}
