package dev.handshakelab.view.text;

import dev.handshakelab.tcp.Assignment;
import dev.handshakelab.tcp.Check;
import dev.handshakelab.tcp.Check.Comparison;
import dev.handshakelab.tcp.Check.Relation;
import dev.handshakelab.tcp.Check.Term;
import dev.handshakelab.tcp.Variable;
import dev.handshakelab.timeline.Side;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks and assignments of one host in figures and in words.
 *
 * @param messages the language
 * @param numbers how sequence numbers are written
 * @param frameIndex the frame that it is written for
 * @param host whose rule it is
 */
public record CheckText(Messages messages, Numbers numbers, int frameIndex, Side host) {
    private static final Map<String, Variable> VARIABLES =
            Arrays.stream(Variable.values())
                    .collect(Collectors.toMap(Variable::rfcName, Function.identity()));

    /** The check with the numbers it saw; empty for a question that has none. */
    String formula(Check check) {
        return switch (check) {
            case Comparison comparison -> comparison(comparison, true);
            case Check.FlagTest(_, var bit, boolean expected) -> bit + (expected ? "=1" : "=0");
            case Check.Question _ -> "";
        };
    }

    /** What the check means. */
    String words(Check check) {
        return switch (check) {
            case Comparison comparison -> messages.get(key(comparison));
            case Check.FlagTest(_, var bit, boolean expected) ->
                    messages.get(expected ? "flag.on" : "flag.off", bit);
            case Check.Question(Check.Condition condition, _) ->
                    messages.get("condition." + condition.name());
        };
    }

    /** The numbers of a comparison alone: {@code 100 < 101 =< 101}. */
    String figures(Comparison comparison) {
        return comparison(comparison, false);
    }

    /** A comparison’s key: the shape of it, without the numbers. */
    static String key(Comparison comparison) {
        StringBuilder key =
                new StringBuilder("compare.").append(keyPart(comparison.terms().getFirst()));
        for (int i = 0; i < comparison.relations().size(); i++) {
            key.append('-').append(comparison.relations().get(i).name().toLowerCase(Locale.ROOT));
            key.append('-').append(keyPart(comparison.terms().get(i + 1)));
        }
        return key.toString();
    }

    private static String keyPart(Term term) {
        return term.expression()
                .replace("+", "_plus_")
                .replace("-", "_minus_")
                .replace("/", "_by_");
    }

    private String comparison(Comparison comparison, boolean named) {
        StringBuilder text = new StringBuilder(term(comparison, 0, named));
        for (int i = 0; i < comparison.relations().size(); i++) {
            Relation relation = comparison.relations().get(i);
            text.append(' ')
                    .append(relation.sign())
                    .append(' ')
                    .append(term(comparison, i + 1, named));
        }
        return text.toString();
    }

    private String term(Comparison comparison, int index, boolean named) {
        Term term = comparison.terms().get(index);
        String value = value(comparison, term);
        boolean isNumber = term.expression().equals(Long.toString(term.value()));
        return !named || isNumber ? value : term.expression() + "=" + value;
    }

    private String value(Comparison comparison, Term term) {
        // t is the only time that is compared.
        if (comparison.terms().getFirst().expression().equals("t")) {
            return Durations.compact(term.value());
        }
        Variable first = VARIABLES.get(term.expression().split("[+-]", 2)[0]);
        return comparison.modular() && first != null
                ? sequence(first, term.value())
                : Long.toString(term.value());
    }

    private String sequence(Variable variable, long value) {
        return switch (variable) {
            case ISS, SND_UNA, SND_NXT, SND_UP, SND_WL2, FIN_SEQ, SEG_ACK ->
                    numbers.show(frameIndex, host, value);
            case IRS, RCV_NXT, RCV_UP, SND_WL1, SEG_SEQ ->
                    numbers.show(frameIndex, host.other(), value);
            case SND_WND,
                    MAX_SND_WND,
                    RCV_WND,
                    SEG_LEN,
                    SEG_WND,
                    SEG_UP,
                    SEG_TSVAL,
                    TS_RECENT,
                    SRTT,
                    RTTVAR,
                    RTO,
                    SEND_MSS,
                    SND_SHIFT,
                    RCV_SHIFT ->
                    Long.toString(value);
        };
    }

    /** An assignment: {@code SND.UNA ← SEG.ACK = 101 (was 100)}. */
    public String assignment(Assignment assignment) {
        Variable variable = assignment.variable();
        String before = value(variable, assignment.before());
        String after = value(variable, assignment.after());
        String name = variable.rfcName();
        return assignment.expression().equals(after)
                ? messages.get("explain.assignment.plain", name, after, before)
                : messages.get("explain.assignment", name, source(assignment), after, before);
    }

    /**
     * Where the value comes from: a formula in the RFC’s names, but for a number that was chosen.
     */
    private String source(Assignment assignment) {
        return assignment.expression().equals("new")
                ? messages.get("explain.assignment.chosen")
                : assignment.expression();
    }

    private String value(Variable variable, long value) {
        return variable.isDuration() ? Durations.compact(value) : sequence(variable, value);
    }
}
