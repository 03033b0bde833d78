package dev.handshakelab.view.text;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.timeline.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph of what happened and why, ready to be shown.
 *
 * @param kind what it is about
 * @param side at which host; null if it concerns both
 * @param rule the rule that it explains; null for what is no rule
 * @param primary whether it is the one paragraph to read first; the others may be folded
 * @param title a few words
 * @param text one or more sentences: what and why
 * @param citations where it stands, for example {@code RFC 9293, 3.10.7.4}; may be empty
 * @param checks the conditions that were asked, all of them true
 * @param assignments the variables that changed, for example {@code SND.UNA ← SEG.ACK = 101 (was
 *     100)}
 * @param stateChange {@code SYN-SENT → ESTABLISHED}; empty if the state stays
 * @param stateText what the new state is and waits for; empty if the state stays
 * @param segments the segments sent, in the RFC’s notation
 */
public record Explanation(
        Kind kind,
        @Nullable Side side,
        @Nullable Rule rule,
        boolean primary,
        String title,
        String text,
        List<String> citations,
        List<CheckLine> checks,
        List<String> assignments,
        String stateChange,
        String stateText,
        List<String> segments) {
    /** What a paragraph is about. */
    public enum Kind {
        BEGINNING,
        CALL,
        SENT,
        ENTERED,
        ARRIVED,
        LOST,
        REROUTED,
        TIMER,
        RULE,
        STATE,
        TOLD,
        CRASH,
        NETWORK,
        OPTIONS,
        /** What a capture is witness of. */
        EVIDENCE,
        /** Something remarkable in a capture. */
        MARK
    }

    /**
     * A condition that a rule asked.
     *
     * @param formula with its numbers, {@code SND.UNA=100 < SEG.ACK=101 =< SND.NXT=101}; empty if
     *     it has none
     * @param words what it means
     */
    public record CheckLine(String formula, String words) {}

    public Explanation {
        citations = List.copyOf(citations);
        checks = List.copyOf(checks);
        assignments = List.copyOf(assignments);
        segments = List.copyOf(segments);
    }

    /** A paragraph that is no rule: title and text only. */
    static Explanation plain(Kind kind, @Nullable Side side, String title, String text) {
        return new Explanation(
                kind, side, null, false, title, text, List.of(), List.of(), List.of(), "", "",
                List.of());
    }

    /** The id of the rule, for example {@code R-SYNSENT-SYNACK}; empty if it explains none. */
    public String ruleId() {
        return rule == null ? "" : rule.id();
    }

    Explanation asPrimary(List<String> sent) {
        return new Explanation(
                kind,
                side,
                rule,
                true,
                title,
                text,
                citations,
                checks,
                assignments,
                stateChange,
                stateText,
                sent);
    }

    /** The same paragraph among others, one of which is primary. */
    Explanation asFurther() {
        return new Explanation(
                kind,
                side,
                rule,
                false,
                title,
                text,
                citations,
                checks,
                assignments,
                stateChange,
                stateText,
                segments);
    }

    Explanation withStateChange(String change, String meaning) {
        return new Explanation(
                kind,
                side,
                rule,
                primary,
                title,
                text,
                citations,
                checks,
                assignments,
                change,
                meaning,
                segments);
    }
}
