package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.Possibilities;
import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.Possibility.What;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.World;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.PossibilityTexts;
import dev.handshakelab.view.touch.FaultEffect;
import dev.handshakelab.view.touch.FaultTarget;
import dev.handshakelab.view.touch.Present;
import dev.handshakelab.view.touch.Recipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;

/**
 * At random moments of random stories each family of touches by a random hand: the story forks
 * there, as it should. That every single one is possible everywhere is proved without a window.
 */
class HandsAnywhereTest extends BothHandsTest {
    private static final int MOMENTS = 2;

    /** Long stories would only test patience. */
    private static final int MOST_FRAMES = 40;

    private Random random = new Random(0);

    @Start
    void start(Stage primary) {
        open(primary);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void eachFamilyOfTouches(int seed) {
        random = new Random(seed);
        List<Scenario> all = ScenarioLibrary.bundled().scenarios();
        for (int i = 0; i < MOMENTS; i++) {
            openStory(all.get(random.nextInt(all.size())).id(), 0);
            int frame = random.nextInt(Math.min(timeline().lastIndex(), MOST_FRAMES) + 1);
            fx(() -> session().player().seekFrame(frame));
            List<Runnable> families =
                    new ArrayList<>(
                            List.of(
                                    this::touchSegment,
                                    this::host,
                                    this::fault,
                                    this::row,
                                    this::form,
                                    this::network));
            Collections.shuffle(families, random);
            families.forEach(Runnable::run);
        }
    }

    private Hand hand() {
        return random.nextBoolean() ? Hand.MOUSE : Hand.KEYS;
    }

    private Side side() {
        return random.nextBoolean() ? Side.A : Side.B;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Present present() {
        return window.hands().desk().present();
    }

    private World world() {
        return ask(() -> Objects.requireNonNull(present().world()));
    }

    private void touchSegment() {
        if (timeline().flights().isEmpty()) {
            return;
        }
        Flight chosen = segmentNow();
        boolean isHeld = chosen.fate() instanceof Flight.Fate.Held;
        int frame = ask(() -> present().reach(chosen.id()).orElseThrow().frame());
        String item = any(List.of("drop", "deliver", "duplicate", "hold"));
        Hand hand = hand();
        Touch done =
                forkBy(
                        frame,
                        () -> {
                            if (hand == Hand.MOUSE) {
                                openSegmentMenuByMouse(chosen);
                                press("touch-" + item);
                            } else {
                                focusByKeys(chosen);
                                openMenuByKeys();
                                walkMenu("touch-" + item);
                            }
                        });
        assertThat(done)
                .isInstanceOf(
                        switch (item) {
                            case "drop" -> Touch.Drop.class;
                            case "duplicate" -> Touch.Duplicate.class;
                            case "hold" -> isHeld ? Touch.Deliver.class : Touch.Hold.class;
                            default -> Touch.Deliver.class;
                        });
    }

    /** One on its way, else the one that left last, else the first. */
    private Flight segmentNow() {
        List<Flight> underWay = timeline().frame(frameIndex()).inTransit();
        if (!underWay.isEmpty()) {
            return flight(any(underWay).id());
        }
        long now = timeline().frame(frameIndex()).atNanos();
        List<Flight> all = timeline().flights();
        return all.reversed().stream()
                .filter(one -> one.sentAtNanos() <= now)
                .findFirst()
                .orElse(all.getFirst());
    }

    private void host() {
        Side side = side();
        List<Possibility> possible =
                Possibilities.ofHost(world(), side).stream()
                        .filter(Possibility::isPossible)
                        .toList();
        Possibility one = any(possible);
        Touch done =
                forkBy(() -> choose(hand(), "calls" + side, "touch-" + name(one.what()) + side));
        assertThat(done).isEqualTo(one.what().touch());
    }

    private void fault() {
        Side side = side();
        FaultTarget target = any(List.of(FaultTarget.values()));
        String menu = "touch-fault" + side + target;
        FaultEffect effect = any(List.of(FaultEffect.values()));
        Touch done =
                forkBy(() ->
                        choose(hand(), "calls" + side, "touch-fault" + side, menu, menu + effect));
        assertThat(done).isInstanceOf(Touch.AddFault.class);
        FaultRule rule = ((Touch.AddFault) done).rule();
        assertThat(rule).isEqualTo(target.next(side, rule.verdict()));
    }

    /** What happens next by itself just happens: of that there is another test. */
    private void row() {
        Optional<Possibility> found =
                ask(() -> present().possibilities()).stream()
                        .filter(one -> one.isPossible() && !one.isNext())
                        .filter(one -> !(one.what() instanceof What.Call) || random.nextInt(6) == 0)
                        .findFirst();
        if (found.isEmpty()) {
            return;
        }
        What what = found.get().what();
        Hand hand = hand();
        openNext(hand);
        assertThat(forkBy(() -> chooseRow(hand, "next-" + rowName(what)))).isEqualTo(what.touch());
    }

    private static String rowName(What what) {
        return switch (what) {
            case What.SegmentEnds(Flight flight) -> "segment" + flight.id();
            case What.TimerFires(Side side, var timer) -> "timer" + side + timer.kind();
            case What.ScriptStepDue(var due, _) -> "script" + due.index();
            case What.Call(Side side, _) -> name(what) + side;
            case What.Incident(Action.Crash(Side side, _)) -> name(what) + side;
            case What.Incident(Action.Reboot(Side side)) -> name(what) + side;
            case What.Incident _ -> "cable";
        };
    }

    private static String name(What what) {
        return switch (what) {
            case What.Call(_, var call) -> PossibilityTexts.key(call);
            case What.Incident(Action.Crash(_, boolean down)) -> down ? "crashDown" : "crash";
            case What.Incident(Action.Reboot _) -> "reboot";
            case What.Incident _ -> "cable";
            case What.SegmentEnds _, What.TimerFires _, What.ScriptStepDue _ -> "other";
        };
    }

    private void form() {
        Recipe recipe = any(List.of(Recipe.values()));
        Side from = side();
        Action.Inject expected = recipe.draft(world(), from).action().orElseThrow();
        Hand hand = hand();
        if (hand == Hand.MOUSE) {
            openNextByMouse();
            press("injectButton", "from" + from, "recipes", "recipe" + recipe);
            assertThat(forkBy(() -> press("send"))).isEqualTo(new Touch.Act(expected));
        } else {
            robot.type(KeyCode.I);
            waitFor(() -> focusedId().equals("seq"));
            tabBackTo("from" + from);
            strike(KeyCode.SPACE);
            tabTo("recipes");
            strike(KeyCode.SPACE);
            walkMenu("recipe" + recipe);
            tabTo("seq");
            assertThat(forkBy(() -> strike(KeyCode.ENTER))).isEqualTo(new Touch.Act(expected));
        }
    }

    private void network() {
        boolean manual = !world().network().isManual();
        Hand hand = hand();
        openNext(hand);
        assertThat(switchNetwork(hand, manual)).isEqualTo(new Touch.NetworkMode(manual));
    }
}
