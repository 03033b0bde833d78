package dev.handshakelab.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every rule that has a name is a rule that the machine can apply. */
class RuleCoverageTest {
    /** Rules that must stay without effect, each with its reason. */
    private static final Map<Rule, String> NEVER =
            new EnumMap<>(
                    Map.of(
                            Rule.R_LISTEN_SEC,
                            "security compartments are not modelled (RFC 9293, A.1.2)",
                            Rule.R_SYNSENT_SEC,
                            "security compartments are not modelled (RFC 9293, A.1.2)",
                            Rule.R_FIN_SYNRCVD,
                            "step 5 has left SYN-RECEIVED or dropped the segment before step 8",
                            Rule.P_QUIET,
                            "the quiet time after a crash may be skipped (RFC 9293, 3.4.3)"));

    @Test
    void everyRuleFiresSomewhere() {
        Set<Rule> silent = EnumSet.allOf(Rule.class);
        silent.removeAll(Exploration.run().firstByRule().keySet());
        assertThat(silent).containsExactlyInAnyOrderElementsOf(NEVER.keySet());
    }

    @Test
    void aRuleIsFoundByItsId() {
        for (Rule rule : Rule.values()) {
            assertThat(Rule.fromId(rule.id())).isEqualTo(rule);
        }
    }

    @Test
    void everyRuleOfTcpNamesItsSource() {
        for (Rule rule : Rule.values()) {
            boolean needsNone =
                    rule.name().startsWith("L_")
                            || rule.name().startsWith("V_")
                            || rule == Rule.T_FW2;
            assertThat(needsNone || !rule.citations().isEmpty()).as(rule.id()).isTrue();
        }
        assertThat(Rule.R_RST_CHALLENGE.citations())
                .extracting(Rule.Citation::toString)
                .containsExactly("RFC 9293, 3.10.7.4", "RFC 5961, 3.2");
    }

    @Test
    void counterfactualRulesNeedTheirVariant() {
        Exploration.run()
                .firstByRule()
                .forEach((rule, step) ->
                        assertThat(rule.isCounterfactual() && step.before().options().isTcp())
                                .as("%s fired in %s", rule, step)
                                .isFalse());
    }
}
