package dev.handshakelab.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Explanation.CheckLine;
import dev.handshakelab.view.text.Explanation.Kind;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The paragraphs of one step, looked at closely. */
class ExplanationsTest {
    private final Timeline timeline = new Stage().established().run().timeline();
    private final Explanations english = new Explanations(new Messages(Locale.ENGLISH));

    /** The frame in which A gets the SYN,ACK. */
    private Frame synAck() {
        return timeline.frames().stream()
                .filter(frame -> fired(frame, Rule.R_SYNSENT_SYNACK))
                .findFirst()
                .orElseThrow();
    }

    private static boolean fired(Frame frame, Rule rule) {
        return frame.facts().stream()
                .anyMatch(fact ->
                        fact instanceof Fact.RuleFired fired && fired.firing().rule() == rule);
    }

    private Explanation primary(Explanations explanations, Numbers numbers) {
        return explanations.of(synAck(), numbers).stream()
                .filter(Explanation::primary)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMainRuleShowsItsNumbers() {
        Explanation main = primary(english, Numbers.ABSOLUTE);
        assertThat(main.ruleId()).isEqualTo("R-SYNSENT-SYNACK");
        assertThat(main.citations()).containsExactly("RFC 9293, 3.10.7.3");
        assertThat(main.checks())
                .contains(
                        new CheckLine(
                                "SND.UNA=100 < SEG.ACK=101 =< SND.NXT=101",
                                "it acknowledges something that was sent and not acknowledged"
                                        + " before"))
                .extracting(CheckLine::words)
                .contains("SYN is on");
        assertThat(main.assignments())
                .contains("SND.UNA ← SEG.ACK = 101 (was 100)", "IRS ← SEG.SEQ = 300 (was 0)");
        assertThat(main.stateChange()).isEqualTo("SYN-SENT → ESTABLISHED");
        assertThat(main.stateText()).startsWith("ESTABLISHED (established, ESTABLISHED): ");
        assertThat(main.segments()).containsExactly("ACK SEQ=101 ACK=301");
    }

    @Test
    void relativeNumbersBelongToTheirHost() {
        Explanation main = primary(english, Numbers.relative(timeline));
        assertThat(main.checks())
                .extracting(CheckLine::formula)
                .contains("SND.UNA=0 < SEG.ACK=1 =< SND.NXT=1");
        assertThat(main.assignments()).contains("RCV.NXT ← SEG.SEQ+1 = 1 (was -300)");
        assertThat(main.segments()).containsExactly("ACK SEQ=1 ACK=1");
    }

    @Test
    void chineseSaysTheSame() {
        Explanation main =
                primary(
                        new Explanations(new Messages(Locale.SIMPLIFIED_CHINESE)),
                        Numbers.ABSOLUTE);
        assertThat(main.checks())
                .contains(
                        new CheckLine(
                                "SND.UNA=100 < SEG.ACK=101 =< SND.NXT=101", "确认了已发送而尚未确认的内容"));
        assertThat(main.assignments()).contains("SND.UNA ← SEG.ACK = 101（原为 100）");
        assertThat(main.stateText()).startsWith("ESTABLISHED（已建立连接，ESTABLISHED）：");
    }

    @Test
    void theBeginningIsExplainedToo() {
        assertThat(english.of(timeline.frame(0)))
                .singleElement()
                .satisfies(paragraph -> {
                    assertThat(paragraph.kind()).isEqualTo(Kind.BEGINNING);
                    assertThat(paragraph.primary()).isTrue();
                    assertThat(paragraph.text()).contains("A is CLOSED and B is CLOSED");
                });
    }

    @Test
    void paragraphsStandInCausalOrder() {
        assertThat(english.of(synAck()))
                .extracting(Explanation::kind)
                .startsWith(Kind.ARRIVED)
                .containsSubsequence(Kind.ARRIVED, Kind.RULE, Kind.TIMER, Kind.TOLD, Kind.SENT);
    }
}
