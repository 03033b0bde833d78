package dev.handshakelab.view.text;

import dev.handshakelab.coach.Attempt;
import dev.handshakelab.coach.Duty;
import dev.handshakelab.coach.Finding;
import dev.handshakelab.coach.Hint;
import dev.handshakelab.tcp.Assignment;
import dev.handshakelab.tcp.Check;
import dev.handshakelab.tcp.Firing;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.tcp.Variable;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words for a decision of an endpoint: what it is about, what is wrong with an attempt, hints.
 *
 * @param messages the language
 * @param duty what is to be decided
 * @param numbers how sequence numbers are written
 */
public record DecisionTexts(Messages messages, Duty duty, Numbers numbers) {
    /** What reaches the endpoint: {@code A receives SYN SEQ=100}. */
    public String event(Frame frame) {
        Fact cause = frame.facts().getFirst();
        return new FactLead(messages, new Words(messages), frame, numbers, false).of(cause);
    }

    /** What is wrong, and what would be right. */
    public String sentence(Finding finding) {
        return switch (finding) {
            case Finding.MustSend must ->
                    messages.get("coach.finding.mustSend", bits(must.expected().flags()));
            case Finding.MustBeSilent _ -> messages.get("coach.finding.mustBeSilent");
            case Finding.ControlBits bits -> bits(bits);
            case Finding.SequenceNumber number ->
                    number("coach.finding.seq.", seq(number.expected()), number.source());
            case Finding.AckNumber number ->
                    number("coach.finding.ack.", ack(number.expected()), number.source());
            case Finding.NextState state ->
                    messages.get(
                            state.before() == state.expected()
                                    ? "coach.finding.stays"
                                    : "coach.finding.state",
                            state.expected().rfcName());
            case Finding.Timer timer -> messages.get(timerKey(timer), timerName(timer.kind()));
        };
    }

    private static String timerKey(Finding.Timer timer) {
        return "coach.finding.timer." + (timer.expected() == null ? "none" : timer.expected());
    }

    private String bits(Finding.ControlBits bits) {
        String all = bits(bits.expected());
        String missing = bits(bits.missing());
        String extra = bits(bits.extra());
        if (bits.extra().equals(Flags.NONE)) {
            return messages.get("coach.finding.bits.missing", all, missing);
        }
        return bits.missing().equals(Flags.NONE)
                ? messages.get("coach.finding.bits.extra", all, extra)
                : messages.get("coach.finding.bits.both", all, missing, extra);
    }

    private String number(String key, String number, String source) {
        return source.isEmpty()
                ? messages.get(key + "plain", number)
                : messages.get(key + "named", number, source);
    }

    private String seq(int number) {
        return numbers.show(duty.frameIndex(), duty.side(), number);
    }

    private String ack(int number) {
        return numbers.show(duty.frameIndex(), duty.side().other(), number);
    }

    private String timerName(TimerKind kind) {
        return messages.get("timer." + kind.name() + ".long");
    }

    /** The rule with its title and the numbers of its checks; empty without a rule. */
    public String reason(@Nullable Firing why) {
        if (why == null) {
            return "";
        }
        String id = why.rule().id();
        String title = messages.get("rule." + id + ".title");
        String checks = formulas(why);
        return checks.isEmpty()
                ? messages.get("coach.reason", id, title)
                : messages.get("coach.reason.checks", id, title, checks);
    }

    private String formulas(Firing why) {
        var text = new CheckText(messages, numbers, duty.frameIndex(), duty.side());
        return why.checks().stream()
                .map(text::formula)
                .filter(formula -> !formula.isEmpty())
                .collect(Collectors.joining(messages.get("coach.joint")));
    }

    /** The assignment of a rule to a variable: {@code RCV.NXT ← SEG.SEQ+1 = 301 (was 0)}. */
    private String assignment(@Nullable Firing why, Variable variable) {
        List<Assignment> all = why == null ? List.of() : why.assignments();
        var text = new CheckText(messages, numbers, duty.frameIndex(), duty.side());
        return all.stream()
                .filter(one -> one.variable() == variable)
                .map(text::assignment)
                .findFirst()
                .orElse("");
    }

    /** What a finding rests on: a change of the variable it is about, or the rule. */
    public String because(Finding finding) {
        String change =
                finding instanceof Finding.AckNumber ack
                        ? assignment(ack.why(), Variable.RCV_NXT)
                        : "";
        String reason = reason(finding.why());
        return change.isEmpty() ? reason : messages.get("coach.reason.change", reason, change);
    }

    /** A hint, as much as its degree allows. */
    public String hint(Hint hint) {
        return switch (hint.degree()) {
            case RULE -> ruleHint(hint.about().why());
            case VARIABLE -> variableHint(hint.about());
            case VALUE -> sentence(hint.about());
        };
    }

    private String ruleHint(@Nullable Firing why) {
        if (why == null) {
            return messages.get("coach.hint.noRule");
        }
        List<Rule.Citation> citations = why.rule().citations();
        return citations.isEmpty()
                ? messages.get("coach.hint.rule.own", why.rule().id())
                : messages.get(
                        "coach.hint.rule",
                        RfcSections.bundled().titled(citations.getFirst()),
                        why.rule().id());
    }

    private String variableHint(Finding finding) {
        return switch (finding) {
            case Finding.MustSend must -> checked("coach.hint.mustSend.", must.why());
            case Finding.MustBeSilent must -> checked("coach.hint.mustBeSilent.", must.why());
            case Finding.ControlBits bits ->
                    messages.get("coach.hint.bits", Integer.bitCount(bits.expected().bits()));
            case Finding.SequenceNumber number -> source("coach.hint.seq.", number.source());
            case Finding.AckNumber number -> source("coach.hint.ack.", number.source());
            case Finding.NextState state -> checked("coach.hint.state.", state.why());
            case Finding.Timer timer -> messages.get("coach.hint.timer", timerName(timer.kind()));
        };
    }

    private String source(String key, String source) {
        return source.isEmpty() ? messages.get(key + "plain") : messages.get(key + "named", source);
    }

    private String checked(String key, @Nullable Firing why) {
        var text = new CheckText(messages, numbers, duty.frameIndex(), duty.side());
        List<Check> checks = why == null ? List.of() : why.checks();
        String words =
                checks.stream()
                        .map(text::words)
                        .collect(Collectors.joining(messages.get("coach.joint")));
        return words.isEmpty() ? messages.get(key + "plain") : messages.get(key + "named", words);
    }

    /** Control bits, of those that are asked for. */
    private static String bits(Flags flags) {
        return new Flags(flags.bits() & Attempt.ASKED.bits()).toString();
    }
}
