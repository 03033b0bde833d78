package dev.handshakelab.view.text;

import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a class reads in large type. */
class CaptionsTest {
    private final Captions english = new Captions(new Messages(Locale.ENGLISH));
    private final Captions chinese = new Captions(new Messages(Locale.SIMPLIFIED_CHINESE));

    private static Timeline timeline(Stage stage) {
        return stage.run().timeline();
    }

    private static List<String> all(Captions captions, Timeline timeline) {
        return timeline.frames().stream().map(captions::of).toList();
    }

    @Test
    void tellTheHandshakeInEnglish() {
        assertThat(all(english, timeline(new Stage().established())))
                .containsSequence(
                        "B calls listen(): it waits for callers; nothing is sent. B is LISTEN.",
                        "A calls connect(): a SYN with A's own starting number leaves. A sends SYN"
                                + " SEQ=100. A is SYN-SENT.",
                        "B receives SYN SEQ=100: B numbers its own side and acknowledges A's SYN in"
                                + " one segment. B sends SYN,ACK SEQ=300 ACK=101. B is SYN-RECEIVED.",
                        "A receives SYN,ACK SEQ=300 ACK=101: A's SYN is confirmed and A knows B's"
                                + " number (100 < 101 =< 101). A sends ACK SEQ=101 ACK=301. A is"
                                + " ESTABLISHED.",
                        "B receives ACK SEQ=101 ACK=301: A has proved that it knows B's number"
                                + " (300 < 301 =< 301). B is ESTABLISHED.");
    }

    @Test
    void tellTheHandshakeInChinese() {
        assertThat(all(chinese, timeline(new Stage().established())))
                .contains(
                        "A 收到 SYN,ACK SEQ=300 ACK=101：A 的 SYN 被确认，又得知 B 的序号（100 < 101 =< 101）。"
                                + "A 发送 ACK SEQ=101 ACK=301。A 进入 ESTABLISHED。");
    }

    @Test
    void relativeNumbersCountFromEachSyn() {
        Timeline timeline = timeline(new Stage().iss(Side.A, -6).established());
        Numbers relative = Numbers.relative(timeline);
        assertThat(timeline.frames().stream().map(frame -> english.of(frame, relative)))
                .anyMatch(caption -> caption.startsWith("A receives SYN,ACK SEQ=0 ACK=1:"))
                .anyMatch(caption -> caption.contains("(0 < 1 =< 1)"));
        assertThat(all(english, timeline))
                .anyMatch(caption -> caption.contains("SYN SEQ=4294967290"));
    }

    @Test
    void theShortCloseNamesTheRuleThatSumsUp() {
        Timeline timeline =
                timeline(
                        new Stage()
                                .established()
                                .at(1000, close(Side.A))
                                .at(1012, close(Side.B))
                                .fault(
                                        Stage.nth(Side.B, Flags.ACK, Flags.SYN, 1),
                                        new Verdict.Drop()));
        assertThat(all(english, timeline))
                .anyMatch(caption -> caption.contains("FIN-WAIT-2 is skipped"));
    }

    @Test
    void cableCrashAndRebootAreTold() {
        Timeline timeline =
                timeline(
                        new Stage()
                                .established()
                                .at(100, new Action.Cable(false))
                                .at(200, send(Side.A, "lost"))
                                .at(300, new Action.Cable(true))
                                .at(400, new Action.Crash(Side.B, true))
                                .at(500, new Action.Reboot(Side.B))
                                .untilMillis(700));
        assertThat(all(english, timeline))
                .contains(
                        "The cable is pulled: whatever is sent now is lost.",
                        "The cable is plugged in again.",
                        "B crashes and forgets its connection; A does not know. B is CLOSED.",
                        "B is there again, without any memory.");
        assertThat(timeline.frames())
                .anyMatch(frame ->
                        !frame.facts().isEmpty() && frame.facts().getFirst() instanceof Fact.Lost);
    }
}
