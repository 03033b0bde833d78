package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.Possibilities;
import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.World;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.PossibilityTexts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** Each call of each host, crashes, reboots and the cable, by mouse alone and by keys alone. */
class HandsHostTest extends BothHandsTest {
    /** What the menu offers of a host that is up, the last one takes it down. */
    private static final List<String> OFFERED =
            List.of(
                    "listen",
                    "connect",
                    "send",
                    "close",
                    "closeBoth",
                    "abort",
                    "stopReading",
                    "read",
                    "crash",
                    "crashDown");

    private final PossibilityTexts texts = new PossibilityTexts(new Messages(Locale.ENGLISH));

    @Start
    void start(Stage primary) {
        open(primary);
    }

    /** One after the other, so that most are not allowed and say their error. */
    @ParameterizedTest
    @CsvSource({"MOUSE, S02c, 1, A", "MOUSE, S01, 2, B", "KEYS, S12, 1, A", "KEYS, S05a, 0, B"})
    void everyCall(Hand hand, String story, int moment, Side side) {
        openStory(story, moment);
        assertThat(possibilities(side))
                .extracting(one -> name(one.what().touch(), side))
                .isEqualTo(OFFERED);
        int refused = 0;
        for (String call : OFFERED) {
            Possibility offered = find(side, call);
            Touch done = forkBy(() -> choose(hand, offered, side, call));
            assertThat(done).isEqualTo(offered.what().touch());
            Optional<Signal.Reply> error = offered.refusal();
            refused += error.isPresent() ? 1 : 0;
            assertThat(answers()).containsAll(error.stream().toList());
        }
        assertThat(refused).isPositive();
        assertThat(find(side, "reboot").isPossible()).isTrue();
        assertThat(find(side, "send").isPossible()).isFalse();
        forkBy(() -> choose(hand, find(side, "reboot"), side, "reboot"));
        assertThat(find(side, "connect").isPossible()).isTrue();
    }

    /** The menu says before what the answer will be. */
    private void choose(Hand hand, Possibility offered, Side side, String call) {
        String item = "touch-" + call + side;
        if (hand == Hand.MOUSE) {
            press("calls" + side);
        } else {
            tabTo("calls" + side);
            strike(KeyCode.SPACE);
        }
        waitUntil(() -> seen(item).isPresent());
        String label = ask(() -> ((Labeled) seen(item).orElseThrow().lookup(".label")).getText());
        offered.refusal().ifPresent(reply -> assertThat(label).contains(texts.error(reply)));
        if (hand == Hand.MOUSE) {
            press(item);
        } else {
            walkMenu(item);
        }
    }

    private List<Possibility> possibilities(Side side) {
        World world = ask(() -> Objects.requireNonNull(window.hands().desk().present().world()));
        return Possibilities.ofHost(world, side);
    }

    private Possibility find(Side side, String name) {
        return possibilities(side).stream()
                .filter(one -> name(one.what().touch(), side).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Signal.Reply> answers() {
        return timeline().frame(frameIndex()).facts().stream()
                .filter(Fact.Told.class::isInstance)
                .map(fact -> ((Fact.Told) fact).signal())
                .filter(Signal.Answered.class::isInstance)
                .map(signal -> ((Signal.Answered) signal).reply())
                .toList();
    }

    private static String name(Touch touch, Side of) {
        return touch instanceof Touch.Act(Action action)
                ? switch (action) {
                    case Action.Call(Side side, var call) when side == of ->
                            PossibilityTexts.key(call);
                    case Action.Crash(Side side, boolean down) when side == of ->
                            down ? "crashDown" : "crash";
                    case Action.Reboot(Side side) when side == of -> "reboot";
                    case Action.Call _,
                            Action.Crash _,
                            Action.Reboot _,
                            Action.Cable _,
                            Action.Inject _,
                            Action.Release _,
                            Action.SetOptions _ ->
                            "other";
                }
                : "other";
    }

    @ParameterizedTest
    @CsvSource({"S12, 0", "S02c, 2"})
    void theCableFromTheDiagramsMenuAndAHostFromItsLifeline(String story, int moment) {
        openStory(story, moment);
        Touch pulled =
                forkBy(() -> {
                    rightClick(0.5);
                    press("touch-cable");
                });
        assertThat(pulled).isEqualTo(new Touch.Act(new Action.Cable(false)));
        tabTo("diagram");
        openMenuByKeys();
        Touch plugged = forkBy(() -> walkMenu("touch-cable"));
        assertThat(plugged).isEqualTo(new Touch.Act(new Action.Cable(true)));
        assertThat(timeline().frames().stream().flatMap(frame -> frame.facts().stream()))
                .filteredOn(Fact.CableChanged.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(2);
        Touch crashed =
                forkBy(() -> {
                    rightClick(0.02);
                    press("touch-crashA");
                });
        assertThat(crashed).isEqualTo(new Touch.Act(new Action.Crash(Side.A, false)));
        openMenuByKeys();
        assertThat(forkBy(() -> walkMenu("touch-hostB", "touch-crashB")))
                .isEqualTo(new Touch.Act(new Action.Crash(Side.B, false)));
    }

    /** Low in the picture, where no segment is. */
    private void rightClick(double part) {
        Point2D place =
                ask(() ->
                        diagram()
                                .localToScreen(
                                        diagram().getWidth() * part, diagram().getHeight() - 6));
        robot.clickOn(place, MouseButton.SECONDARY);
    }
}
