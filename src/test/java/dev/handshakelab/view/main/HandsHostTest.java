package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.PossibilityTexts;
import dev.handshakelab.view.touch.FaultEffect;
import dev.handshakelab.view.touch.FaultTarget;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;

/** Calls of the hosts, crashes, the cable, and faults to come, each by mouse alone and by keys. */
class HandsHostTest extends HandsTest {
    private static final List<String> CALLS =
            List.of(
                    "listen",
                    "connect",
                    "send",
                    "close",
                    "closeBoth",
                    "abort",
                    "stopReading",
                    "read",
                    "crash");

    @Start
    void start(Stage primary) {
        open(primary);
    }

    private static String name(Touch touch) {
        return touch instanceof Touch.Act(Action action)
                ? switch (action) {
                    case Action.Call(Side side, var call) -> PossibilityTexts.key(call) + side;
                    case Action.Crash(Side side, boolean down) ->
                            (down ? "crashDown" : "crash") + side;
                    case Action.Reboot(Side side) -> "reboot" + side;
                    case Action.Cable _ -> "cable";
                    case Action.Inject _, Action.Release _, Action.SetOptions _ -> "other";
                }
                : "other";
    }

    @ParameterizedTest
    @CsvSource({"S01, 0, A", "S02c, 1, B", "S05a, 2, A"})
    void everyCallByMouse(String story, int moment, Side side) {
        openStory(story, moment);
        for (String call : CALLS) {
            Touch done = touchBy(() -> click("calls" + side, "touch-" + call + side));
            assertThat(name(done)).isEqualTo(call + side);
            undo();
            seek(moment);
        }
        touchBy(() -> click("calls" + side, "touch-crashDown" + side));
        Touch up = touchBy(() -> click("calls" + side, "touch-reboot" + side));
        assertThat(name(up)).isEqualTo("reboot" + side);
    }

    @ParameterizedTest
    @CsvSource({"S02a, 0, B", "S12, 1, A", "S01, 2, B"})
    void everyCallByKeys(String story, int moment, Side side) {
        openStory(story, moment);
        for (String call : CALLS) {
            Touch done = touchBy(() -> callByKeys(side, call));
            assertThat(name(done)).isEqualTo(call + side);
            undo();
            seek(moment);
        }
        touchBy(() -> callByKeys(side, "crashDown"));
        assertThat(name(touchBy(() -> callByKeys(side, "reboot")))).isEqualTo("reboot" + side);
    }

    private void callByKeys(Side side, String call) {
        focusOn("calls" + side);
        robot.type(KeyCode.SPACE);
        walkMenu("touch-" + call + side);
    }

    @ParameterizedTest
    @CsvSource({"S12, 0", "S02c, 2"})
    void theCableByMouseAndByKeys(String story, int moment) {
        openStory(story, moment);
        Touch pulled =
                touchBy(() -> {
                    rightClickBetweenTheLanes();
                    click("touch-cable");
                });
        assertThat(pulled).isEqualTo(new Touch.Act(new Action.Cable(false)));
        undo();
        seek(moment);
        focusOn("diagram");
        openMenuByKeys();
        assertThat(touchBy(() -> walkMenu("touch-cable"))).isEqualTo(pulled);
        assertThat(timeline().frames().stream().flatMap(frame -> frame.facts().stream()))
                .anyMatch(Fact.CableChanged.class::isInstance);
    }

    /** Low in the picture, where no segment is. */
    private void rightClickBetweenTheLanes() {
        Point2D place =
                diagram().localToScreen(diagram().getWidth() / 2, diagram().getHeight() - 8);
        robot.clickOn(place, MouseButton.SECONDARY);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultToComeByMouse(FaultEffect effect) {
        openStory("S01", 0);
        touchBy(() ->
                click("callsA", "touch-faultA", "touch-faultASYN", "touch-faultASYN" + effect));
        assertPlanned(FaultTarget.SYN, Side.A, effect);
        assertThat(timeline().flights().getFirst().isLost()).isEqualTo(effect == FaultEffect.LOSE);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultToComeByKeys(FaultEffect effect) {
        openStory("S01", 0);
        focusOn("callsB");
        robot.type(KeyCode.SPACE);
        touchBy(() ->
                walkMenu("touch-faultB", "touch-faultBSYN_ACK", "touch-faultBSYN_ACK" + effect));
        assertPlanned(FaultTarget.SYN_ACK, Side.B, effect);
    }

    @ParameterizedTest
    @CsvSource({"S12, 1, FIN", "S02c, 2, SYN"})
    void faultsToComeInOtherStories(String story, int moment, FaultTarget target) {
        openStory(story, moment);
        String menu = "touch-faultA" + target;
        touchBy(() -> click("callsA", "touch-faultA", menu, menu + "LOSE"));
        assertPlanned(target, Side.A, FaultEffect.LOSE);
        undo();
        seek(moment);
        focusOn("callsA");
        robot.type(KeyCode.SPACE);
        touchBy(() -> walkMenu("touch-faultA", menu, menu + "HOLD"));
        assertPlanned(target, Side.A, FaultEffect.HOLD);
    }

    private void assertPlanned(FaultTarget target, Side side, FaultEffect effect) {
        assertThat(touches().getLast().touch())
                .isInstanceOfSatisfying(
                        Touch.AddFault.class,
                        planned -> {
                            var expected = target.next(side, planned.rule().verdict());
                            assertThat(planned.rule()).isEqualTo(expected);
                            assertThat(planned.rule().verdict().getClass().getSimpleName())
                                    .isEqualTo(
                                            switch (effect) {
                                                case LOSE -> "Drop";
                                                case DELAY -> "Delay";
                                                case DOUBLE -> "Duplicate";
                                                case HOLD -> "Hold";
                                            });
                        });
    }
}
