package dev.handshakelab.view.text;

import dev.handshakelab.tcp.Firing;
import dev.handshakelab.tcp.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of the rules of one step a reader wants to hear of first. */
final class Importance {
    /** Last rank that is worth a sentence of its own. */
    private static final int WORTH_TELLING = 2;

    /**
     * They say in short what several others say in part, or that what another rule says was left
     * out.
     */
    private static final Set<Rule> FIRST =
            Set.of(
                    Rule.R_FIN_FW1_ACKED,
                    Rule.G_THROTTLE,
                    Rule.V_TWO_WAY,
                    Rule.V_NO_TIME_WAIT,
                    Rule.V_RST_IN_WINDOW);

    /** True in nearly every step. */
    private static final Set<Rule> USUAL =
            Set.of(
                    Rule.R_ACK_NEW,
                    Rule.R_ACK_DUP,
                    Rule.R_WND_UPDATE,
                    Rule.R_WND_STALE,
                    Rule.R_FW2_ACK,
                    Rule.R_FIN_UNSYNC,
                    Rule.R_SEQ_TRIM,
                    Rule.G_WINDOW_SEND,
                    Rule.V_ISN_ZERO,
                    Rule.V_NO_SEQ_CHECK);

    private static final Set<Rule> HELD_BACK = Set.of(Rule.P_NAGLE, Rule.P_SWS);

    private Importance() {}

    /** 0 is the most important. */
    static int rank(Firing firing) {
        Rule rule = firing.rule();
        if (FIRST.contains(rule) || rule.name().startsWith("L_")) {
            return 0;
        }
        if (firing.changesState()) {
            return 1;
        }
        if (USUAL.contains(rule)) {
            return 3;
        }
        boolean general = rule.name().startsWith("G_") || rule.name().startsWith("P_");
        return general && !HELD_BACK.contains(rule) ? 4 : 2;
    }

    /** The rule to name first; of equal ones the one that fired first. */
    static Optional<Firing> first(List<Firing> firings) {
        return firings.stream().min(Comparator.comparingInt(Importance::rank));
    }

    /**
     * The rule to name after the first one, if it says something more that is worth telling. What
     * stands instead of another rule, or sums up others, stands alone.
     */
    static Optional<Firing> second(List<Firing> firings, Firing first) {
        if (rank(first) == 0 && !first.rule().isCounterfactual()) {
            return Optional.empty();
        }
        return firings.stream()
                .filter(firing -> firing.rule() != first.rule())
                .filter(firing -> rank(firing) <= WORTH_TELLING)
                .min(Comparator.comparingInt(Importance::rank));
    }
}
