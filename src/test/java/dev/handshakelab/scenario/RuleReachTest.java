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
        unshown(
                "it takes a LISTEN that names its caller; the listen call of a scenario names"
                        + " nobody",
                Rule.U_SEND_LISTEN);
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
