package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** The buttons for the selected segment, and those of the empty sandbox, by mouse and by keys. */
class HandsButtonsTest extends BothHandsTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    @ParameterizedTest
    @CsvSource({"MOUSE, S02c, 1", "KEYS, S12, 1"})
    void everyButtonForASegment(Hand hand, String story, int moment) {
        openStory(story, moment);
        long id = select(hand).id();
        assertThat(use(hand, "drop")).isEqualTo(new Touch.Drop(id));
        again(hand, moment);
        assertThat(use(hand, "deliver")).isEqualTo(new Touch.Deliver(id, 0));
        again(hand, moment);
        assertThat(use(hand, "duplicate")).isInstanceOf(Touch.Duplicate.class);
        again(hand, moment);
        assertThat(use(hand, "hold")).isEqualTo(new Touch.Hold(id));
        assertThat(use(hand, "hold")).isInstanceOf(Touch.Deliver.class);
        undo();
        again(hand, moment);
        assertThat(forkBy(() -> choose(hand, "delay", "touch-delayLITTLE")))
                .isInstanceOfAny(Touch.Delay.class, Touch.Deliver.class);
    }

    private void again(Hand hand, int moment) {
        undo();
        seek(moment);
        select(hand);
    }

    /** Selects a segment, which shows the moment when it left. */
    private Flight select(Hand hand) {
        Flight chosen = segment();
        if (hand == Hand.MOUSE) {
            pressAt(placeOf(chosen));
        } else {
            focusByKeys(chosen);
            robot.type(KeyCode.ENTER);
        }
        waitUntil(() -> session().selectionProperty().get() != null);
        return chosen;
    }

    private Touch use(Hand hand, String button) {
        return forkBy(() -> {
            if (hand == Hand.MOUSE) {
                press(button);
            } else {
                tabTo(button);
                strike(KeyCode.SPACE);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"MOUSE, listenB", "KEYS, connectA"})
    void theButtonsOfTheEmptySandbox(Hand hand, String button) {
        press("practice", "practiceSandbox");
        waitUntil(() -> session().scenarioProperty().get().id().equals("sandbox"));
        Touch done = use(hand, button);
        Side side = button.endsWith("A") ? Side.A : Side.B;
        assertThat(done)
                .isInstanceOfSatisfying(
                        Touch.Act.class,
                        act ->
                                assertThat(act.action())
                                        .isInstanceOfSatisfying(
                                                Action.Call.class,
                                                call -> {
                                                    assertThat(call.side()).isEqualTo(side);
                                                    assertThat(call.action())
                                                            .isInstanceOfAny(
                                                                    UserAction.Listen.class,
                                                                    UserAction.Connect.class);
                                                }));
    }
}
