package dev.handshakelab.tcp;

import java.util.Arrays;
import java.util.List;

/**
 * Every rule that the machine can apply. A transition lists those that fired, in order. The id of a
 * rule is stable: texts, traces and tests name it.
 *
 * <p>First letter: G holds everywhere, U user call, R segment arrives, T timeout, P sending, L a
 * documented departure of Linux behind a switch, V a counterfactual variant that is not TCP.
 */
public enum Rule {
    // Global rules
    G_DEMUX("9293:3.9.1.1", "9293:3.5.2"),
    G_RST_NEVER("9293:3.5.2"),
    G_RST_FORM("9293:3.5.2", "9293:3.10.7.1"),
    G_RST_GROUPS("9293:3.5.2"),
    G_ACK_ALWAYS("9293:3.1", "9293:3.8"),
    G_SEQ_ONCE("9293:3.4"),
    G_FIN_LAST("9293:3.4", "9293:3.10.4"),
    G_FIN_ONCE("9293:3.10.4"),
    G_WINDOW_SEND("9293:3.8.6"),
    G_WINDOW_NOSHRINK("9293:3.8.6"),
    G_AGGREGATE("9293:3.10.7.4"),
    G_THROTTLE("5961:7"),
    G_RST_DATA("9293:3.5.3"),
    // OPEN
    U_OPEN_PASSIVE("9293:3.10.1"),
    U_OPEN_ACTIVE("9293:3.10.1"),
    U_OPEN_NOREMOTE("9293:3.10.1"),
    U_OPEN_ACCESS("9293:3.10.1"),
    U_OPEN_RESOURCES("9293:3.10.1"),
    U_OPEN_LISTEN_ACTIVE("9293:3.10.1"),
    U_OPEN_LISTEN_PASSIVE("9293:3.10.1", "9293:3.9.1.1"),
    U_OPEN_EXISTS("9293:3.10.1"),
    // SEND
    U_SEND_NOCONN("9293:3.10.2"),
    U_SEND_LISTEN("9293:3.10.2"),
    U_SEND_LISTEN_NOREMOTE("9293:3.10.2"),
    U_SEND_QUEUE("9293:3.10.2"),
    U_SEND_DATA("9293:3.10.2"),
    U_SEND_RESOURCES("9293:3.10.2"),
    U_SEND_CLOSING("9293:3.10.2"),
    // RECEIVE
    U_RECV_NOCONN("9293:3.10.3"),
    U_RECV_QUEUE("9293:3.10.3"),
    U_RECV_DATA("9293:3.10.3"),
    U_RECV_RESOURCES("9293:3.10.3"),
    U_RECV_CW_DATA("9293:3.10.3"),
    U_RECV_CW_EOF("9293:3.10.3"),
    U_RECV_CLOSING("9293:3.10.3"),
    // CLOSE
    U_CLOSE_NOCONN("9293:3.10.4"),
    U_CLOSE_LISTEN("9293:3.10.4"),
    U_CLOSE_SYNSENT("9293:3.10.4"),
    U_CLOSE_SYNRCVD_NODATA("9293:3.10.4"),
    U_CLOSE_SYNRCVD_QUEUE("9293:3.10.4"),
    U_CLOSE_ESTAB("9293:3.10.4"),
    U_CLOSE_FW("9293:3.10.4"),
    U_CLOSE_CW("9293:3.10.4"),
    U_CLOSE_CLOSING("9293:3.10.4"),
    // ABORT and STATUS
    U_ABORT_NOCONN("9293:3.10.5"),
    U_ABORT_LISTEN("9293:3.10.5"),
    U_ABORT_SYNSENT("9293:3.10.5"),
    U_ABORT_RST("9293:3.10.5"),
    U_ABORT_OK("9293:3.10.5"),
    U_STATUS_NOCONN("9293:3.10.6"),
    U_STATUS("9293:3.10.6"),
    // SEGMENT ARRIVES: CLOSED
    R_CLOSED_RST("9293:3.10.7.1"),
    R_CLOSED_NOACK("9293:3.10.7.1"),
    R_CLOSED_ACK("9293:3.10.7.1"),
    // SEGMENT ARRIVES: LISTEN
    R_LISTEN_RST("9293:3.10.7.2"),
    R_LISTEN_ACK("9293:3.10.7.2"),
    R_LISTEN_SEC("9293:3.10.7.2"),
    R_LISTEN_SYN("9293:3.10.7.2"),
    R_LISTEN_OTHER("9293:3.10.7.2"),
    // SEGMENT ARRIVES: SYN-SENT
    R_SYNSENT_ACK_BAD_RST("9293:3.10.7.3"),
    R_SYNSENT_ACK_BAD("9293:3.10.7.3"),
    R_SYNSENT_RST_OK("9293:3.10.7.3"),
    R_SYNSENT_RST_NOACK("9293:3.10.7.3"),
    R_SYNSENT_SEC("9293:3.10.7.3"),
    R_SYNSENT_SYNACK("9293:3.10.7.3"),
    R_SYNSENT_SYN("9293:3.10.7.3"),
    R_SYNSENT_NEITHER("9293:3.10.7.3"),
    // SEGMENT ARRIVES: the other eight states
    R_PAWS("7323:5.3"),
    R_TW_SYN_REUSE("9293:3.6.1", "6191:2"),
    R_TW_SYN_DROP("6191:2"),
    R_SYNRCVD_SYNACK_CROSS("9293:3.5", "9293:3.10.7.4"),
    R_SEQ_BAD_RST("9293:3.10.7.4"),
    R_TW_FIN_AGAIN("9293:3.10.7.4"),
    R_SEQ_BAD("9293:3.10.7.4"),
    R_SEQ_TRIM("9293:3.10.7.4"),
    R_SEQ_HOLD("9293:3.10.7.4"),
    R_RST_CHALLENGE("9293:3.10.7.4", "5961:3.2"),
    R_SYNRCVD_RST_PASSIVE("9293:3.10.7.4"),
    R_SYNRCVD_RST_REUSE("9293:3.6.1"),
    R_SYNRCVD_RST_ACTIVE("9293:3.10.7.4"),
    R_RST_SYNC("9293:3.10.7.4"),
    R_RST_CLOSING("9293:3.10.7.4"),
    R_TW_RST_1337("1337:3"),
    R_SYNRCVD_SYN_PASSIVE("9293:3.10.7.4"),
    R_SYN_CHALLENGE("9293:3.10.7.4", "5961:4.2"),
    R_ACK_OFF("9293:3.10.7.4"),
    R_ACK_RANGE("9293:3.10.7.4", "5961:5.2"),
    R_SYNRCVD_ACK("9293:3.10.7.4"),
    R_SYNRCVD_ACK_BAD("9293:3.10.7.4", "9293:3.5.2"),
    R_ACK_NEW("9293:3.10.7.4"),
    R_ACK_DUP("9293:3.10.7.4"),
    R_ACK_FUTURE("9293:3.10.7.4"),
    R_WND_UPDATE("9293:3.10.7.4"),
    R_WND_STALE("9293:3.10.7.4"),
    R_FW1_ACK_FIN("9293:3.10.7.4"),
    R_FW2_ACK("9293:3.10.7.4"),
    R_CLOSING_ACK_FIN("9293:3.10.7.4"),
    R_CLOSING_ACK_OTHER("9293:3.10.7.4"),
    R_LASTACK_ACK_FIN("9293:3.10.7.4"),
    R_LASTACK_ACK_OTHER("9293:3.10.7.4"),
    R_TW_SEGMENT("9293:3.10.7.4"),
    R_TW_ACK("9293:3.10.7.4"),
    R_URG("9293:3.10.7.4"),
    R_URG_IGNORE("9293:3.10.7.4"),
    R_TEXT("9293:3.10.7.4"),
    R_TEXT_OOO("9293:3.10.7.4"),
    R_TEXT_IGNORE("9293:3.10.7.4"),
    R_FIN_ESTAB("9293:3.10.7.4"),
    R_FIN_FW1("9293:3.10.7.4"),
    R_FIN_FW1_ACKED("9293:3.10.7.4"),
    R_FIN_FW2("9293:3.10.7.4"),
    R_FIN_SYNRCVD("9293:3.10.7.4"),
    R_FIN_AGAIN("9293:3.10.7.4"),
    R_FIN_UNSYNC("9293:3.10.7.4"),
    // Timeouts
    T_RTX_SYN("9293:3.10.8", "6298:5"),
    T_RTX_SYNACK("9293:3.10.8", "6298:5"),
    T_RTX_DATA("9293:3.10.8", "6298:5"),
    T_RTX_FIN("9293:3.10.8", "6298:5"),
    T_R1("9293:3.8.3"),
    T_R2("9293:3.8.3"),
    T_USER("9293:3.10.8"),
    T_2MSL("9293:3.10.8", "9293:3.6.1"),
    T_ZWP("9293:3.8.6.1"),
    T_ZWP_ANSWER("9293:3.8.6.1", "9293:3.10.7.4"),
    T_KEEPALIVE("9293:3.8.4"),
    T_DELACK("9293:3.8.6.3"),
    T_FW2(),
    // Sending
    P_ISN("9293:3.4.1"),
    P_MSS("9293:3.7.1"),
    P_NAGLE("9293:3.7.4"),
    P_SWS("9293:3.8.6.2"),
    P_PSH("9293:3.9.1.2"),
    P_PIGGYBACK("9293:3.10.7.4"),
    P_FIN_COALESCE("9293:3.4"),
    P_USABLE("9293:3.8.6.2.1"),
    P_QUIET("9293:3.4.2", "9293:3.4.3"),
    // Departures of Linux from the RFC, each behind a switch
    L_LISTEN_SYN_FIN(),
    L_SYNSENT_AGAIN(),
    L_SEQ_OLD(),
    L_SYNRCVD_ACK_FIRST(),
    L_SYNRCVD_RST_ANY(),
    L_SYNRCVD_RESEND(),
    L_SYNRCVD_SYN_RST(),
    L_SYNRCVD_SYNACK_RST(),
    L_SYNRCVD_ACK_UNA(),
    L_RST_BEFORE(),
    L_DATA_AFTER_CLOSE("9293:3.6.1"),
    L_CLOSE_UNREAD("9293:3.6.1"),
    L_AFTER_FIN_RST(),
    L_FW2_RST(),
    L_FW2_SYN_RST(),
    L_FW2_NO_NEWS(),
    L_TW_RST_IGNORE(),
    L_TW_ANSWER(),
    // Counterfactual variants: not TCP
    V_TWO_WAY(),
    V_NO_TIME_WAIT(),
    V_NO_SEQ_CHECK(),
    V_ISN_ZERO(),
    V_RST_IN_WINDOW();

    private final List<Citation> citations;

    Rule(String... citations) {
        this.citations = Arrays.stream(citations).map(Citation::parse).toList();
    }

    /**
     * A section of an RFC.
     *
     * @param rfc number of the document
     * @param section for example {@code 3.10.7.4}
     */
    public record Citation(int rfc, String section) {
        private static Citation parse(String text) {
            int colon = text.indexOf(':');
            return new Citation(
                    Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1));
        }

        @Override
        public String toString() {
            return "RFC " + rfc + ", " + section;
        }
    }

    /** The id as people write it, for example {@code R-SYNSENT-SYNACK}. */
    public String id() {
        return name().replace('_', '-');
    }

    /** Where the rule stands; empty if no RFC has it. */
    public List<Citation> citations() {
        return citations;
    }

    /** Whether the rule only exists in a counterfactual variant. */
    public boolean isCounterfactual() {
        return name().startsWith("V_");
    }

    /**
     * The rule with this id.
     *
     * @throws IllegalArgumentException if no rule has it
     */
    public static Rule fromId(String id) {
        for (Rule rule : values()) {
            if (rule.id().equals(id)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
