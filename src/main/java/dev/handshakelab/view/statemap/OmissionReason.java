package dev.handshakelab.view.statemap;

import dev.handshakelab.tcp.Edge;
import dev.handshakelab.tcp.Rule;

/** Why figure 5 of RFC 9293 (3.3.2) does not draw an edge. */
enum OmissionReason {
    ABORT,
    RESET,
    TIMEOUT,
    SECOND_OPEN,
    OTHER_SYN,
    LATE_CLOSE,
    CHOICE,
    LINUX,
    NOT_TCP;

    /** The reason for an edge that the figure does not draw. */
    static OmissionReason of(Edge edge) {
        if (edge.need() instanceof Edge.Need.Counterfactual) {
            return NOT_TCP;
        }
        if (edge.rule().name().startsWith("L_")) {
            return LINUX;
        }
        return edge.isDefault() ? ofDefault(edge) : CHOICE;
    }

    private static OmissionReason ofDefault(Edge edge) {
        return switch (edge.trigger()) {
            case TIMEOUT -> TIMEOUT;
            case USER_CALL -> edge.rule() == Rule.U_OPEN_LISTEN_ACTIVE ? SECOND_OPEN : ABORT;
            case SEGMENT -> {
                if (edge.rule() == Rule.U_CLOSE_SYNRCVD_QUEUE) {
                    yield LATE_CLOSE;
                }
                yield edge.rule() == Rule.R_SYNRCVD_SYN_PASSIVE ? OTHER_SYN : RESET;
            }
        };
    }
}
