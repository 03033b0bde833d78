package dev.handshakelab.quiz;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Is the segment taken, and if not: which check decides? (RFC 9293, 3.10.7.4) */
final class AcceptanceQuestions {
    private static final double REFUSED = 9;
    private static final double TAKEN = 6;

    /** The rules that end the matter, by what they decide. */
    private static final Map<Rule, Verdict> DECIDING = deciding();

    private AcceptanceQuestions() {}

    private static Map<Rule, Verdict> deciding() {
        Map<Rule, Verdict> verdicts = new EnumMap<>(Rule.class);
        List.of(Rule.R_CLOSED_RST, Rule.R_CLOSED_NOACK, Rule.R_CLOSED_ACK)
                .forEach(rule -> verdicts.put(rule, Verdict.NO_CONNECTION));
        verdicts.put(Rule.R_PAWS, Verdict.OLD_TIMESTAMP);
        List.of(Rule.R_SEQ_BAD, Rule.R_SEQ_BAD_RST, Rule.R_TW_FIN_AGAIN)
                .forEach(rule -> verdicts.put(rule, Verdict.OUTSIDE_WINDOW));
        verdicts.put(Rule.R_RST_CHALLENGE, Verdict.RESET_NOT_EXACT);
        verdicts.put(Rule.R_SYN_CHALLENGE, Verdict.SYN_INSIDE);
        verdicts.put(Rule.R_ACK_OFF, Verdict.NO_ACK_BIT);
        List.of(
                        Rule.R_ACK_RANGE,
                        Rule.R_ACK_FUTURE,
                        Rule.R_SYNRCVD_ACK_BAD,
                        Rule.R_SYNSENT_ACK_BAD,
                        Rule.R_SYNSENT_ACK_BAD_RST)
                .forEach(rule -> verdicts.put(rule, Verdict.ACK_OUT_OF_RANGE));
        verdicts.put(Rule.R_TEXT_OOO, Verdict.KEPT_FOR_LATER);
        List.of(Rule.R_TEXT, Rule.R_RST_SYNC, Rule.R_RST_CLOSING, Rule.R_SYNSENT_RST_OK)
                .forEach(rule -> verdicts.put(rule, Verdict.TAKEN));
        return verdicts;
    }

    static Optional<Question> ask(Happening h) {
        Segment came = h.arriving();
        if (came == null || h.departs() || h.fires(Rule.G_DEMUX)) {
            return Optional.empty();
        }
        Rule rule = h.rules().stream().filter(DECIDING::containsKey).findFirst().orElse(null);
        Verdict right = rule == null ? null : DECIDING.get(rule);
        if (right == null || (right == Verdict.TAKEN && h.isOrdinary())) {
            return Optional.empty();
        }
        var choices = new Choices(judged(right));
        addMistaken(h, came, right, choices);
        return h.ask(Topic.ACCEPTANCE, choices, rule, right == Verdict.TAKEN ? TAKEN : REFUSED);
    }

    private static Answer judged(Verdict verdict) {
        return new Answer.Judged(verdict);
    }

    private static void addMistaken(Happening h, Segment came, Verdict right, Choices choices) {
        choices.not(judged(Verdict.TAKEN), taken(came, right));
        boolean known = h.from().isSynchronized() || h.from() == TcpState.SYN_RECEIVED;
        if (known) {
            addLaterStates(came, right, choices);
            return;
        }
        boolean closed = h.from() == TcpState.CLOSED;
        choices.notIf(
                        !closed && came.flags().ack(),
                        judged(Verdict.ACK_OUT_OF_RANGE),
                        Mistake.ACK_IN_RANGE)
                .notIf(!closed, judged(Verdict.NO_CONNECTION), Mistake.OPENING_COUNTS)
                .not(judged(Verdict.OUTSIDE_WINDOW), Mistake.NO_WINDOW_YET);
    }

    private static void addLaterStates(Segment came, Verdict right, Choices choices) {
        switch (right) {
            case KEPT_FOR_LATER ->
                    choices.not(judged(Verdict.OUTSIDE_WINDOW), Mistake.GAP_REFUSED)
                            .not(judged(Verdict.ACK_OUT_OF_RANGE), Mistake.ACK_IN_RANGE);
            case OUTSIDE_WINDOW, OLD_TIMESTAMP -> {
                choices.notIf(
                                came.flags().rst(),
                                judged(Verdict.RESET_NOT_EXACT),
                                Mistake.EARLIER_CHECK)
                        .notIf(
                                came.flags().syn(),
                                judged(Verdict.SYN_INSIDE),
                                Mistake.EARLIER_CHECK)
                        .notIf(
                                came.flags().ack(),
                                judged(Verdict.ACK_OUT_OF_RANGE),
                                Mistake.EARLIER_CHECK)
                        .notIf(
                                came.length() > 0,
                                judged(Verdict.KEPT_FOR_LATER),
                                Mistake.EARLIER_CHECK);
            }
            case TAKEN ->
                    choices.not(judged(Verdict.OUTSIDE_WINDOW), Mistake.IN_WINDOW)
                            .notIf(
                                    came.flags().rst(),
                                    judged(Verdict.RESET_NOT_EXACT),
                                    Mistake.RESET_IS_EXACT)
                            .notIf(
                                    !came.flags().rst() && came.length() > 0,
                                    judged(Verdict.KEPT_FOR_LATER),
                                    Mistake.NO_GAP)
                            .notIf(
                                    !came.flags().rst(),
                                    judged(Verdict.ACK_OUT_OF_RANGE),
                                    Mistake.ACK_IN_RANGE);
            case RESET_NOT_EXACT, SYN_INSIDE, NO_ACK_BIT, ACK_OUT_OF_RANGE ->
                    choices.not(judged(Verdict.OUTSIDE_WINDOW), Mistake.IN_WINDOW)
                            .notIf(
                                    right != Verdict.ACK_OUT_OF_RANGE && came.flags().ack(),
                                    judged(Verdict.ACK_OUT_OF_RANGE),
                                    Mistake.EARLIER_CHECK);
            case NO_CONNECTION -> {
                // there is nothing to compare with
            }
        }
    }

    private static Mistake taken(Segment came, Verdict right) {
        if (right == Verdict.KEPT_FOR_LATER) {
            return Mistake.FIN_OVERTAKES;
        }
        if (right == Verdict.NO_CONNECTION) {
            return Mistake.OPENS_WITHOUT_LISTENER;
        }
        if (came.flags().rst() && right != Verdict.ACK_OUT_OF_RANGE) {
            return Mistake.ANY_RESET_KILLS;
        }
        return right == Verdict.SYN_INSIDE ? Mistake.SYN_RESETS : Mistake.TAKEN_UNCHECKED;
    }
}
