package dev.handshakelab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.timeline.Fact;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every rule is shown by a bundled scenario, or stands here with the reason why none shows it. */
class RuleReachTest {
    private static final Map<Rule, String> UNSHOWN = new EnumMap<>(Rule.class);

    private static void unshown(String reason, Rule... rules) {
        for (Rule rule : rules) {
            assertThat(UNSHOWN.put(rule, reason)).as("%s has two reasons", rule).isNull();
        }
    }

    static {
        never();
        callsWithoutSegments();
        segmentsThatNoHostSends();
        detailsOfTransfer();
        linux();
    }

    private static void never() {
        unshown(
                "security compartments are not modelled (RFC 9293, A.1.2)",
                Rule.R_LISTEN_SEC,
                Rule.R_SYNSENT_SEC);
        unshown(
                "step 5 has left SYN-RECEIVED or dropped the segment before step 8",
                Rule.R_FIN_SYNRCVD);
        unshown("the quiet time after a crash may be skipped (RFC 9293, 3.4.3)", Rule.P_QUIET);
        unshown(
                "a scenario has two hosts with one socket each, so every segment is for the one"
                        + " connection",
                Rule.G_DEMUX);
    }

    private static void callsWithoutSegments() {
        unshown(
                "a call at the wrong moment is refused on the spot: nothing crosses the network",
                Rule.G_FIN_ONCE,
                Rule.U_OPEN_NOREMOTE,
                Rule.U_OPEN_LISTEN_PASSIVE,
                Rule.U_SEND_NOCONN,
                Rule.U_SEND_LISTEN_NOREMOTE,
                Rule.U_RECV_NOCONN,
                Rule.U_RECV_CLOSING,
                Rule.U_CLOSE_NOCONN,
                Rule.U_CLOSE_FW,
                Rule.U_CLOSE_CLOSING,
                Rule.U_ABORT_NOCONN);
        unshown("it ends a LISTEN silently, as CLOSE in LISTEN does", Rule.U_ABORT_LISTEN);
        unshown(
                "a lack of memory or of permission is a matter of the host, not of the protocol",
                Rule.U_OPEN_ACCESS,
                Rule.U_OPEN_RESOURCES,
                Rule.U_SEND_RESOURCES,
                Rule.U_RECV_RESOURCES);
        unshown(
                "sockets cannot turn a listener into a caller",
                Rule.U_OPEN_LISTEN_ACTIVE,
                Rule.U_SEND_LISTEN);
        unshown(
                "the applications of the scenarios read on and on from the beginning",
                Rule.U_RECV_QUEUE,
                Rule.U_RECV_CW_DATA,
                Rule.U_RECV_CW_EOF);
    }

    private static void segmentsThatNoHostSends() {
        unshown(
                "only a forger or a broken peer sends such a segment; the tests of the machine have"
                        + " it",
                Rule.R_LISTEN_OTHER,
                Rule.R_ACK_OFF,
                Rule.R_URG_IGNORE,
                Rule.R_TEXT_IGNORE,
                Rule.R_TW_SEGMENT,
                Rule.G_RST_DATA);
        unshown(
                "it takes an old segment at one exact moment, and its effect is that nothing"
                        + " happens",
                Rule.R_TW_ACK,
                Rule.R_CLOSING_ACK_OTHER,
                Rule.R_LASTACK_ACK_OTHER);
        unshown(
                "an old ACK draws the same RST as in LISTEN and SYN-SENT, which scenarios show",
                Rule.R_SYNRCVD_ACK_BAD);
        unshown(
                "it takes a reset within the handshake of a connection that followed TIME-WAIT",
                Rule.R_SYNRCVD_RST_REUSE);
        unshown(
                "a reset in the moment after a simultaneous open has the effect of any reset",
                Rule.R_SYNRCVD_RST_ACTIVE);
        unshown(
                "it takes an old segment of the same numbers; a new SYN with an older timestamp"
                        + " shows the idea",
                Rule.R_PAWS);
    }

    private static void detailsOfTransfer() {
        unshown(
                "about the transfer of data, not about opening and closing",
                Rule.G_ACK_ALWAYS,
                Rule.G_AGGREGATE,
                Rule.P_PIGGYBACK,
                Rule.P_SWS,
                Rule.R_URG,
                Rule.T_DELACK);
        unshown(
                "with the RFC's values the end of retransmissions (R2) comes before the user"
                        + " timeout",
                Rule.T_USER);
    }

    private static void linux() {
        unshown(
                "a measured detail of Linux, held to its captures by the tests of the machine",
                Rule.L_LISTEN_SYN_FIN,
                Rule.L_SYNSENT_AGAIN,
                Rule.L_SEQ_OLD,
                Rule.L_SYNRCVD_ACK_FIRST,
                Rule.L_SYNRCVD_RST_ANY,
                Rule.L_SYNRCVD_SYN_RST,
                Rule.L_SYNRCVD_SYNACK_RST,
                Rule.L_SYNRCVD_ACK_UNA,
                Rule.L_RST_BEFORE,
                Rule.L_DATA_AFTER_CLOSE,
                Rule.L_CLOSE_UNREAD,
                Rule.L_AFTER_FIN_RST,
                Rule.L_FW2_RST,
                Rule.L_FW2_SYN_RST,
                Rule.L_FW2_NO_NEWS,
                Rule.L_TW_RST_IGNORE,
                Rule.L_TW_ANSWER);
    }

    private static Set<Rule> fired() {
        Set<Rule> fired = EnumSet.noneOf(Rule.class);
        for (Scenario scenario : ScenarioLibrary.bundled().scenarios()) {
            for (var frame : Simulation.run(scenario.plan()).timeline().frames()) {
                for (Fact fact : frame.facts()) {
                    if (fact instanceof Fact.RuleFired(var _, var _, var firing)) {
                        fired.add(firing.rule());
                    }
                }
            }
        }
        return fired;
    }

    @Test
    void everyRuleIsShownOrHasItsReason() {
        Set<Rule> silent = EnumSet.complementOf(EnumSet.copyOf(fired()));
        assertThat(silent)
                .as(
                        "a rule that no scenario shows needs its reason in UNSHOWN; one that is"
                                + " shown now has to leave it")
                .containsExactlyInAnyOrderElementsOf(UNSHOWN.keySet());
        assertThat(UNSHOWN.values()).allMatch(reason -> reason.length() > 20);
    }
}
