package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.coach.Attempt;
import dev.handshakelab.coach.Duty;
import dev.handshakelab.coach.TimerMove;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.timeline.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A learner plays the client of the first scenario, in the real window. */
class CoachWindowTest extends WindowTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    private Optional<Duty> next(int after) {
        return Duty.next(timeline(), after, EnumSet.of(Side.A));
    }

    private void waitForTurn(Duty duty) {
        robot.push(KeyCode.ENTER);
        waitUntil(() -> isShown("#check"));
        assertThat(frameIndex()).isEqualTo(duty.frameIndex() - 1);
    }

    @Test
    void aGameByKeyboardAlone() {
        robot.push(KeyCode.B);
        waitUntil(() -> lookup("#chooseA").isFocused());
        robot.push(KeyCode.SPACE);
        int decisions = 0;
        for (Optional<Duty> duty = next(0);
                duty.isPresent();
                duty = next(duty.get().frameIndex())) {
            waitUntil(() -> isShown("#check") || isShown("#goOn"));
            if (!isShown("#check")) {
                waitForTurn(duty.get());
            }
            waitUntil(() -> lookup("#silent").isFocused());
            assertThat(session().player().limitProperty().get())
                    .isEqualTo(duty.get().frameIndex() - 1);
            decide(Attempt.ofTheMachine(duty.get()));
            robot.push(KeyCode.ENTER);
            waitUntil(() -> isShown("#goOn"));
            robot.push(KeyCode.ENTER);
            decisions++;
        }
        int all = decisions;
        assertThat(all).isGreaterThanOrEqualTo(3);
        waitUntil(() ->
                texts("#messagesBox").stream()
                        .anyMatch(text ->
                                text.startsWith(
                                        "Right at the first try: %d of %d".formatted(all, all))));
        robot.clickOn("#coachClose");
        waitUntil(() -> !isShown("#messagesBox"));
        fx(session().player()::last);
        assertThat(frameIndex()).isEqualTo(timeline().lastIndex());
    }

    /** From the first control on, by Tab, space, arrows and digits. */
    private void decide(Attempt attempt) {
        if (Boolean.TRUE.equals(attempt.sends())) {
            tabTo("#speak").push(KeyCode.SPACE);
            for (Flags bit : List.of(Flags.SYN, Flags.ACK, Flags.FIN, Flags.RST)) {
                if (attempt.flags().has(bit)) {
                    tabTo("#bit-" + bit).push(KeyCode.SPACE);
                }
            }
            tabTo("#seq").write(Integer.toUnsignedString(attempt.seq()));
            if (attempt.ack() != null) {
                tabTo("#ack").write(Integer.toUnsignedString(attempt.ack()));
            }
        } else {
            tabTo("#silent").push(KeyCode.SPACE);
        }
        tabTo("#state");
        for (int i = 0; i <= attempt.state().ordinal(); i++) {
            robot.push(KeyCode.DOWN);
        }
        attempt.timers()
                .forEach((kind, move) -> {
                    tabTo("#timer-" + kind.name()).push(KeyCode.DOWN);
                    if (move == TimerMove.STOPS) {
                        robot.push(KeyCode.DOWN);
                    }
                });
    }

    private FxRobot tabTo(String query) {
        for (int i = 0; i < 40 && !lookup(query).isFocused(); i++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(lookup(query).isFocused()).as(query).isTrue();
        return robot;
    }

    @Test
    void aWrongDecisionIsNamedAndHintsTellMoreEachTime() {
        robot.push(KeyCode.B);
        waitUntil(() -> isShown("#chooseA"));
        robot.clickOn("#chooseA");
        Duty duty = next(0).orElseThrow();
        waitUntil(() -> isShown("#check") || isShown("#goOn"));
        if (!isShown("#check")) {
            waitForTurn(duty);
        }
        robot.clickOn("#hintButton");
        assertThat(texts("#messagesBox")).anyMatch(text -> text.contains("RFC 9293, 3.10.1"));
        robot.clickOn("#hintButton").clickOn("#hintButton");
        assertThat(texts("#messagesBox")).contains("Something must be sent: SYN.");
        robot.clickOn("#silent");
        robot.clickOn("#state").push(KeyCode.DOWN).push(KeyCode.ENTER);
        robot.clickOn("#check");
        assertThat(texts("#messagesBox"))
                .anyMatch(text -> text.startsWith("Something must be sent: SYN. U-OPEN-ACTIVE"))
                .anyMatch(text -> text.startsWith("The next state is SYN-SENT."))
                .anyMatch(text -> text.startsWith("The retransmission timer starts."));
        assertThat(isShown("#goOn")).isFalse();
        fx(() -> preferences().languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertThat(texts("#messagesBox")).anyMatch(text -> text.startsWith("必须发送：SYN。"));
        robot.clickOn("#reveal");
        waitUntil(() -> isShown("#goOn"));
        assertThat(input("#seq")).isEqualTo("100");
    }
}
