package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.TcpState.CLOSED;
import static dev.handshakelab.tcp.TcpState.CLOSE_WAIT;
import static dev.handshakelab.tcp.TcpState.CLOSING;
import static dev.handshakelab.tcp.TcpState.ESTABLISHED;
import static dev.handshakelab.tcp.TcpState.FIN_WAIT_1;
import static dev.handshakelab.tcp.TcpState.FIN_WAIT_2;
import static dev.handshakelab.tcp.TcpState.LAST_ACK;
import static dev.handshakelab.tcp.TcpState.LISTEN;
import static dev.handshakelab.tcp.TcpState.SYN_RECEIVED;
import static dev.handshakelab.tcp.TcpState.SYN_SENT;
import static dev.handshakelab.tcp.TcpState.TIME_WAIT;

import dev.handshakelab.tcp.Edge.Need;
import dev.handshakelab.tcp.Edge.Setting;
import dev.handshakelab.tcp.Edge.Trigger;
import java.util.ArrayList;
import java.util.List;

/**
 * The state diagram of RFC 9293, 3.3.2 (figure 5) as data, with the edges that the figure omits and
 * those that a switch or a variant adds. The machine does not read it; tests hold both together.
 *
 * <p>A segment may take several edges at once: a FIN that also acknowledges ours leads from
 * FIN-WAIT-1 through FIN-WAIT-2 to TIME-WAIT.
 */
public final class TransitionTable {
    private static final Need NOTHING = new Need.Nothing();

    private static final List<Edge> EDGES = build();

    private TransitionTable() {}

    /** All edges, in the order in which a connection meets them. */
    public static List<Edge> edges() {
        return EDGES;
    }

    /** The edges between two states. */
    public static List<Edge> between(TcpState from, TcpState to) {
        return EDGES.stream().filter(edge -> edge.from() == from && edge.to() == to).toList();
    }

    /** Whether a rule may take a connection from one state to the other. */
    public static boolean has(Rule rule, TcpState from, TcpState to) {
        return EDGES.stream()
                .anyMatch(edge -> edge.rule() == rule && edge.from() == from && edge.to() == to);
    }

    private static List<Edge> build() {
        List<Edge> edges = new ArrayList<>();
        addOpening(edges);
        addClosing(edges);
        addAborts(edges);
        addResets(edges);
        addGivingUp(edges);
        addSwitched(edges);
        addLinux(edges);
        addCounterfactuals(edges);
        return List.copyOf(edges);
    }

    private static void addOpening(List<Edge> edges) {
        drawn(edges, CLOSED, LISTEN, Rule.U_OPEN_PASSIVE, Trigger.USER_CALL);
        drawn(edges, CLOSED, SYN_SENT, Rule.U_OPEN_ACTIVE, Trigger.USER_CALL);
        drawn(edges, LISTEN, SYN_SENT, Rule.U_SEND_LISTEN, Trigger.USER_CALL);
        omitted(edges, LISTEN, SYN_SENT, Rule.U_OPEN_LISTEN_ACTIVE, Trigger.USER_CALL);
        drawn(edges, LISTEN, SYN_RECEIVED, Rule.R_LISTEN_SYN, Trigger.SEGMENT);
        drawn(edges, SYN_SENT, SYN_RECEIVED, Rule.R_SYNSENT_SYN, Trigger.SEGMENT);
        drawn(edges, SYN_SENT, ESTABLISHED, Rule.R_SYNSENT_SYNACK, Trigger.SEGMENT);
        drawn(edges, SYN_RECEIVED, ESTABLISHED, Rule.R_SYNRCVD_ACK, Trigger.SEGMENT);
        drawn(edges, SYN_RECEIVED, LISTEN, Rule.R_SYNRCVD_RST_PASSIVE, Trigger.SEGMENT);
        omitted(edges, SYN_RECEIVED, LISTEN, Rule.R_SYNRCVD_SYN_PASSIVE, Trigger.SEGMENT);
    }

    private static void addClosing(List<Edge> edges) {
        drawn(edges, LISTEN, CLOSED, Rule.U_CLOSE_LISTEN, Trigger.USER_CALL);
        drawn(edges, SYN_SENT, CLOSED, Rule.U_CLOSE_SYNSENT, Trigger.USER_CALL);
        drawn(edges, SYN_RECEIVED, FIN_WAIT_1, Rule.U_CLOSE_SYNRCVD_NODATA, Trigger.USER_CALL);
        drawn(edges, ESTABLISHED, FIN_WAIT_1, Rule.U_CLOSE_ESTAB, Trigger.USER_CALL);
        // The CLOSE came in SYN-RECEIVED and waited for the end of the handshake.
        omitted(edges, ESTABLISHED, FIN_WAIT_1, Rule.U_CLOSE_SYNRCVD_QUEUE, Trigger.SEGMENT);
        drawn(edges, ESTABLISHED, CLOSE_WAIT, Rule.R_FIN_ESTAB, Trigger.SEGMENT);
        drawn(edges, FIN_WAIT_1, FIN_WAIT_2, Rule.R_FW1_ACK_FIN, Trigger.SEGMENT);
        drawn(edges, FIN_WAIT_1, CLOSING, Rule.R_FIN_FW1, Trigger.SEGMENT);
        drawn(edges, FIN_WAIT_2, TIME_WAIT, Rule.R_FIN_FW2, Trigger.SEGMENT);
        // At the CLOSE, or later if text or a shut window delays the FIN.
        drawn(edges, CLOSE_WAIT, LAST_ACK, Rule.U_CLOSE_CW, Trigger.USER_CALL);
        drawn(edges, CLOSING, TIME_WAIT, Rule.R_CLOSING_ACK_FIN, Trigger.SEGMENT);
        drawn(edges, LAST_ACK, CLOSED, Rule.R_LASTACK_ACK_FIN, Trigger.SEGMENT);
        drawn(edges, TIME_WAIT, CLOSED, Rule.T_2MSL, Trigger.TIMEOUT);
    }

    private static void addAborts(List<Edge> edges) {
        omitted(edges, LISTEN, CLOSED, Rule.U_ABORT_LISTEN, Trigger.USER_CALL);
        omitted(edges, SYN_SENT, CLOSED, Rule.U_ABORT_SYNSENT, Trigger.USER_CALL);
        for (TcpState from :
                List.of(SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT)) {
            omitted(edges, from, CLOSED, Rule.U_ABORT_RST, Trigger.USER_CALL);
        }
        for (TcpState from : List.of(CLOSING, LAST_ACK, TIME_WAIT)) {
            omitted(edges, from, CLOSED, Rule.U_ABORT_OK, Trigger.USER_CALL);
        }
    }

    private static void addResets(List<Edge> edges) {
        omitted(edges, SYN_SENT, CLOSED, Rule.R_SYNSENT_RST_OK, Trigger.SEGMENT);
        omitted(edges, SYN_RECEIVED, CLOSED, Rule.R_SYNRCVD_RST_ACTIVE, Trigger.SEGMENT);
        // The user has said CLOSE meanwhile and does not want to listen any more.
        omitted(edges, SYN_RECEIVED, CLOSED, Rule.R_SYNRCVD_RST_PASSIVE, Trigger.SEGMENT);
        omitted(edges, SYN_RECEIVED, CLOSED, Rule.R_SYNRCVD_SYN_PASSIVE, Trigger.SEGMENT);
        for (TcpState from : List.of(ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT)) {
            omitted(edges, from, CLOSED, Rule.R_RST_SYNC, Trigger.SEGMENT);
        }
        for (TcpState from : List.of(CLOSING, LAST_ACK, TIME_WAIT)) {
            omitted(edges, from, CLOSED, Rule.R_RST_CLOSING, Trigger.SEGMENT);
        }
    }

    private static void addGivingUp(List<Edge> edges) {
        omitted(edges, SYN_RECEIVED, LISTEN, Rule.T_R2, Trigger.TIMEOUT);
        for (TcpState from : TcpState.values()) {
            if (from != CLOSED) {
                omitted(edges, from, CLOSED, Rule.T_USER, Trigger.TIMEOUT);
            }
            if (from == SYN_SENT || from == SYN_RECEIVED || from.sendsText()) {
                omitted(edges, from, CLOSED, Rule.T_R2, Trigger.TIMEOUT);
            }
        }
    }

    private static void addSwitched(List<Edge> edges) {
        Need keepAlive = new Need.SwitchedOn(Switch.KEEPALIVE);
        for (TcpState from : List.of(ESTABLISHED, FIN_WAIT_2, CLOSE_WAIT)) {
            add(edges, from, CLOSED, Rule.T_KEEPALIVE, Trigger.TIMEOUT, keepAlive);
        }
        Need afterAbort = new Need.SwitchedOn(Switch.TIME_WAIT_AFTER_ABORT);
        for (TcpState from :
                List.of(SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT)) {
            add(edges, from, TIME_WAIT, Rule.U_ABORT_RST, Trigger.USER_CALL, afterAbort);
        }
        Need finWait2 = new Need.SetTo(Setting.FIN_WAIT_2_TIMEOUT);
        add(edges, FIN_WAIT_2, CLOSED, Rule.T_FW2, Trigger.TIMEOUT, finWait2);
        Need reuse = new Need.SetTo(Setting.TIME_WAIT_REUSE);
        add(edges, TIME_WAIT, SYN_RECEIVED, Rule.R_TW_SYN_REUSE, Trigger.SEGMENT, reuse);
        add(edges, SYN_RECEIVED, TIME_WAIT, Rule.R_SYNRCVD_RST_REUSE, Trigger.SEGMENT, reuse);
        add(edges, SYN_RECEIVED, TIME_WAIT, Rule.T_R2, Trigger.TIMEOUT, reuse);
        Need lostData = new Need.SwitchedOn(Switch.RESET_WHEN_DATA_IS_LOST);
        for (TcpState from : List.of(ESTABLISHED, CLOSE_WAIT)) {
            add(edges, from, CLOSED, Rule.L_CLOSE_UNREAD, Trigger.USER_CALL, lostData);
        }
        for (TcpState from : List.of(FIN_WAIT_1, FIN_WAIT_2)) {
            add(edges, from, CLOSED, Rule.L_DATA_AFTER_CLOSE, Trigger.SEGMENT, lostData);
        }
    }

    private static void addLinux(List<Edge> edges) {
        Need resets = new Need.SwitchedOn(Switch.LINUX_SYN_RECEIVED_RST);
        for (TcpState to : List.of(LISTEN, CLOSED)) {
            add(edges, SYN_RECEIVED, to, Rule.L_SYNRCVD_SYN_RST, Trigger.SEGMENT, resets);
            add(edges, SYN_RECEIVED, to, Rule.L_SYNRCVD_SYNACK_RST, Trigger.SEGMENT, resets);
        }
        Need lax = new Need.SwitchedOn(Switch.LINUX_SYN_RECEIVED_LAX_ACK);
        add(edges, SYN_RECEIVED, ESTABLISHED, Rule.L_SYNRCVD_ACK_UNA, Trigger.SEGMENT, lax);
        Need small = new Need.SwitchedOn(Switch.LINUX_SMALL_FIN_WAIT_2);
        add(edges, FIN_WAIT_2, CLOSED, Rule.L_FW2_RST, Trigger.SEGMENT, small);
        add(edges, FIN_WAIT_2, CLOSED, Rule.L_FW2_SYN_RST, Trigger.SEGMENT, small);
        Need text = new Need.SwitchedOn(Switch.LINUX_TEXT_AFTER_FIN_RST);
        add(edges, CLOSE_WAIT, CLOSED, Rule.L_AFTER_FIN_RST, Trigger.SEGMENT, text);
    }

    private static void addCounterfactuals(List<Edge> edges) {
        Need twoWay = new Need.Counterfactual(Variant.TWO_WAY_HANDSHAKE);
        add(edges, SYN_RECEIVED, ESTABLISHED, Rule.V_TWO_WAY, Trigger.SEGMENT, twoWay);
        Need noWait = new Need.Counterfactual(Variant.NO_TIME_WAIT);
        for (TcpState from : List.of(FIN_WAIT_2, CLOSING)) {
            add(edges, from, CLOSED, Rule.V_NO_TIME_WAIT, Trigger.SEGMENT, noWait);
        }
    }

    private static void drawn(
            List<Edge> edges, TcpState from, TcpState to, Rule rule, Trigger trigger) {
        edges.add(new Edge(from, to, rule, trigger, true, NOTHING));
    }

    private static void omitted(
            List<Edge> edges, TcpState from, TcpState to, Rule rule, Trigger trigger) {
        edges.add(new Edge(from, to, rule, trigger, false, NOTHING));
    }

    private static void add(
            List<Edge> edges, TcpState from, TcpState to, Rule rule, Trigger trigger, Need need) {
        edges.add(new Edge(from, to, rule, trigger, false, need));
    }
}
