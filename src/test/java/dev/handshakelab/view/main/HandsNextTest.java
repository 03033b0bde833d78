package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.Possibilities;
import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.Possibility.What;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** The list of what can happen next, and the sandbox, by mouse alone and by keys alone. */
class HandsNextTest extends BothHandsTest {
    private static final List<Predicate<What>> KINDS =
            List.of(
                    What.ScriptStepDue.class::isInstance,
                    What.SegmentEnds.class::isInstance,
                    What.TimerFires.class::isInstance,
                    What.Call.class::isInstance,
                    what -> what instanceof What.Incident(Action.Crash _),
                    what -> what instanceof What.Incident(Action.Cable _));

    @Start
    void start(Stage primary) {
        open(primary);
    }

    @ParameterizedTest
    @CsvSource({"MOUSE, S18b", "KEYS, S28a"})
    void everyKindOfRow(Hand hand, String story) {
        openStory(story, 0);
        openNext(hand);
        for (Predicate<What> kind : KINDS) {
            Possibility one = find(kind);
            assertThat(forkBy(() -> chooseRow(hand, row(one.what()))))
                    .isEqualTo(one.what().touch());
        }
        seek(0);
        assertThat(switchNetwork(hand, true)).isEqualTo(new Touch.NetworkMode(true));
        Possibility held = find(What.SegmentEnds.class::isInstance);
        assertThat(forkBy(() -> chooseRow(hand, row(held.what())))).isEqualTo(held.what().touch());
        assertThat(switchNetwork(hand, false)).isEqualTo(new Touch.NetworkMode(false));
    }

    /** Seeks the first moment at which such a thing can happen, but does not happen next. */
    private Possibility find(Predicate<What> kind) {
        for (int i = 0; i <= timeline().lastIndex(); i++) {
            int frame = i;
            Optional<Possibility> found =
                    Possibilities.of(ask(() -> session().shownRun().worldAt(frame))).stream()
                            .filter(one -> kind.test(one.what()))
                            .filter(one -> one.isPossible() && !one.isNext())
                            .findFirst();
            if (found.isPresent()) {
                fx(() -> session().player().seekFrame(frame));
                return found.get();
            }
        }
        throw new AssertionError("there is none in this story");
    }

    private static String row(What what) {
        return "next-"
                + switch (what) {
                    case What.SegmentEnds(var flight) -> "segment" + flight.id();
                    case What.TimerFires(Side side, var timer) -> "timer" + side + timer.kind();
                    case What.ScriptStepDue(var due, _) -> "script" + due.index();
                    case What.Call(Side side, _) -> "listen" + side;
                    case What.Incident(Action.Crash(Side side, _)) -> "crash" + side;
                    case What.Incident _ -> "cable";
                };
    }

    /** What happens by itself just happens. */
    @ParameterizedTest
    @CsvSource({"MOUSE, S02c", "KEYS, S12"})
    void aWholeStoryRowByRow(Hand hand, String story) {
        openStory(story, 0);
        Timeline before = timeline();
        openNext(hand);
        for (int i = 0; i < Math.min(8, before.lastIndex()); i++) {
            Possibility next =
                    ask(() -> window.hands().desk().present().possibilities()).stream()
                            .filter(Possibility::isNext)
                            .findFirst()
                            .orElseThrow();
            chooseRow(hand, row(next.what()));
            int expected = i + 1;
            waitUntil(() -> frameIndex() == expected);
        }
        assertThat(isOtherThan(before)).isFalse();
        assertThat(touches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MOUSE, true", "MOUSE, false", "KEYS, true", "KEYS, false"})
    void theSandboxFromOpeningToClosing(Hand hand, boolean manual) {
        openSandbox(hand);
        switchNetwork(hand, true);
        call(hand, Side.B, "listen");
        call(hand, Side.A, "connect");
        if (!manual) {
            assertThat(switchNetwork(hand, false)).isEqualTo(new Touch.NetworkMode(false));
        }
        letArrive(hand, manual);
        assertStates(TcpState.ESTABLISHED, TcpState.ESTABLISHED);
        call(hand, Side.A, "close");
        letArrive(hand, manual);
        assertStates(TcpState.FIN_WAIT_2, TcpState.CLOSE_WAIT);
        call(hand, Side.B, "close");
        letArrive(hand, manual);
        assertStates(manual ? TcpState.TIME_WAIT : TcpState.CLOSED, TcpState.CLOSED);
    }

    private void openSandbox(Hand hand) {
        switch (hand) {
            case MOUSE -> press("practice", "practiceSandbox");
            case KEYS -> robot.press(KeyCode.SHIFT).type(KeyCode.S).release(KeyCode.SHIFT);
        }
        waitUntil(() -> session().scenarioProperty().get().id().equals("sandbox"));
        waitUntil(() -> isDrawn());
        openNext(hand);
    }

    /** By the menu of the host, or by the list. */
    private void call(Hand hand, Side side, String name) {
        forkBy(() -> {
            switch (hand) {
                case MOUSE -> choose(hand, "calls" + side, "touch-" + name + side);
                case KEYS -> chooseRow(hand, "next-" + name + side);
            }
        });
    }

    /** All segments on their way, and what they bring about. */
    private void letArrive(Hand hand, boolean manual) {
        if (!manual) {
            switch (hand) {
                case MOUSE -> press("last");
                case KEYS -> strike(KeyCode.END);
            }
            waitUntil(() -> frameIndex() == timeline().lastIndex());
            return;
        }
        for (int i = 0; i < 6; i++) {
            Optional<What> waiting =
                    ask(() -> window.hands().desk().present().possibilities()).stream()
                            .map(Possibility::what)
                            .filter(What.SegmentEnds.class::isInstance)
                            .findFirst();
            if (waiting.isEmpty()) {
                return;
            }
            assertThat(forkBy(() -> chooseRow(hand, row(waiting.get()))))
                    .isInstanceOf(Touch.Deliver.class);
        }
    }

    private void assertStates(TcpState a, TcpState b) {
        var frame = timeline().frame(frameIndex());
        assertThat(List.of(frame.a().state(), frame.b().state())).isEqualTo(List.of(a, b));
    }
}
