package dev.handshakelab.view.rules;

import static dev.handshakelab.view.rules.Decision.Mark.OBJECTION;

import dev.handshakelab.scenario.RuleChoice;
import dev.handshakelab.tcp.Rule.Citation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place where the RFC is loose, optional or contradicts itself. D1 to D25 are about the protocol
 * as such; O1 to O9 are further rules that can be switched.
 */
public enum Decision {
    D1(RuleChoice.LITERAL_STEP_1, OBJECTION, "9293:3.5", "9293:3.10.7.4", "9293:A.2"),
    D2(null, OBJECTION, "9293:3.10.7.4"),
    D3(RuleChoice.LITERAL_TIME_WAIT_ACK, OBJECTION, "9293:3.10.7.4"),
    D4(null, null, "9293:3.5.2", "9293:3.10.7.4", "5961:5.2"),
    D5(null, null, "9293:3.10.7.3", "1122:4.2.2.20"),
    D6(null, null, "9293:3.10.7.4"),
    D7(null, null, "9293:3.10.7.3", "5961:3.2"),
    D8(RuleChoice.TIME_WAIT_AFTER_ABORT, null, "9293:3.10.5", "9293:3.3.2", "9293:3.5.2"),
    D9(RuleChoice.RFC_1337, null, "9293:3.10.7.4", "1337:3"),
    D10(RuleChoice.RESEND_SYN_ACK, OBJECTION, "9293:3.10.7.4"),
    D11(null, null, "9293:3.10.7.4"),
    D12(null, null, "9293:3.10.4"),
    D13(null, null, "9293:3.10.4"),
    D14(null, null, "9293:3.10.4"),
    D15(null, null, "9293:3.10.7.4"),
    D16(null, null, "9293:3.5", "9293:3.5.3", "9293:3.10.7.3"),
    D17(null, null, "9293:3.6", "9293:3.10.7.4"),
    D18(null, null, "9293:3.10.7.2"),
    D19(RuleChoice.ACK_LIMITER, null, "5961:7", "1337:2.3"),
    D20(RuleChoice.TIME_WAIT_REUSE, null, "9293:3.6.1", "6191:2"),
    D21(RuleChoice.DROP_TEXT_ON_SYN, null, "9293:3.5", "9293:3.10.7.2", "9293:3.10.7.3"),
    D22(null, null, "9293:3.10.8"),
    D23(RuleChoice.FIN_WAIT_2_TIMEOUT, null, "9293:3.6"),
    D24(null, null, "9293:3.10.7.4", "9293:A.1.2"),
    D25(null, null, "9293:3.10.4", "9293:3.10.7.4"),
    O1(RuleChoice.RFC_5961, null, "9293:3.10.7.4", "5961:3.2", "5961:4.2", "5961:5.2"),
    O2(RuleChoice.RESET_WHEN_DATA_IS_LOST, null, "9293:3.6.1"),
    O3(RuleChoice.LINUX_HABITS, null),
    O4(RuleChoice.NAGLE, null, "9293:3.7.4"),
    O5(RuleChoice.SWS_AVOIDANCE, null, "9293:3.8.6.2"),
    O6(RuleChoice.TIMESTAMPS, null, "7323:3", "7323:5"),
    O7(RuleChoice.WINDOW_SCALE, null, "7323:2"),
    O8(RuleChoice.SACK_PERMITTED, null, "2018:2"),
    O9(RuleChoice.KEEPALIVE, null, "9293:3.8.4");

    private final @Nullable RuleChoice choice;
    private final @Nullable Mark mark;
    private final List<Citation> citations;

    /** What is special about a decision. */
    enum Mark {
        /** A careful reader of the RFC will object: but the text says ... */
        OBJECTION
    }

    Decision(@Nullable RuleChoice choice, @Nullable Mark mark, String... citations) {
        this.choice = choice;
        this.mark = mark;
        this.citations = Arrays.stream(citations).map(Decision::citation).toList();
    }

    private static Citation citation(String text) {
        String[] parts = text.split(":", 2);
        return new Citation(Integer.parseInt(parts[0]), parts[1]);
    }

    /** The parts of a decision's text. */
    enum Part {
        TITLE("title"),
        /** What is open, with what the RFC says. */
        ISSUE("issue"),
        /** What this program does. */
        CHOICE("choice");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    /** The key of a text in the message bundles. */
    String key(Part part) {
        return "decision." + name() + "." + part.word;
    }

    /** What can be chosen here; empty if it is always the same. */
    public Optional<RuleChoice> choice() {
        return Optional.ofNullable(choice);
    }

    /** Whether a careful reader of the RFC will object: but the text says ... */
    public boolean raisesObjection() {
        return mark != null;
    }

    /** Where the RFCs speak of it; empty if none does. */
    public List<Citation> citations() {
        return citations;
    }
}
