package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.World;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.touch.Delay;
import dev.handshakelab.view.touch.FaultTarget;
import dev.handshakelab.view.touch.Reach;
import dev.handshakelab.view.touch.Recipe;
import dev.handshakelab.view.touch.TouchDesk;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** Touches at random in the real window: nothing breaks, and the window goes on answering. */
class TouchMonkeyTest extends WindowTest {
    private static final int TOUCHES = 80;

    @Start
    void start(Stage primary) {
        open(primary);
    }

    @ParameterizedTest
    @CsvSource({"S01, 1", "S15, 2", "sandbox, 3"})
    void randomTouchesAtRandomMomentsBreakNothing(String story, int seed) {
        var random = new Random(seed);
        if (story.equals("sandbox")) {
            robot.press(KeyCode.SHIFT).type(KeyCode.S).release(KeyCode.SHIFT);
        } else {
            robot.clickOn("#quick" + story);
        }
        waitUntil(() -> session().scenarioProperty().get().id().startsWith(story));
        robot.type(KeyCode.N);
        int changes = 0;
        for (int i = 0; i < TOUCHES; i++) {
            var before = timeline();
            fx(() -> touch(random));
            waitUntil(() -> !session().isTouching());
            changes += isOtherThan(before) ? 1 : 0;
            assertThat(frameIndex()).isBetween(0, timeline().lastIndex());
            assertThat(label("#caption")).isNotBlank();
        }
        assertThat(changes).isGreaterThan(TOUCHES / 3);
    }

    private void touch(Random random) {
        TouchDesk desk = window.hands().desk();
        // A story that grows for ever would only test patience.
        int last = Math.min(timeline().lastIndex(), 60);
        session().player().seekFrame(random.nextInt(last + 1));
        World world = Objects.requireNonNull(desk.present().world());
        Side side = random.nextBoolean() ? Side.A : Side.B;
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                List<Possibility> all = desk.present().possibilities();
                desk.choose(all.get(random.nextInt(all.size())));
            }
            case 2 -> segment(desk, random);
            case 3 -> inject(desk, world, side, random);
            case 4 -> {
                FaultTarget[] targets = FaultTarget.values();
                FaultTarget target = targets[random.nextInt(targets.length)];
                desk.apply(new Touch.AddFault(target.next(side, new Verdict.Drop())));
            }
            default -> desk.apply(new Touch.NetworkMode(random.nextInt(4) == 0));
        }
    }

    private void segment(TouchDesk desk, Random random) {
        List<Flight> flights = timeline().flights();
        if (flights.isEmpty()) {
            return;
        }
        Optional<Reach> found =
                desk.present().reach(flights.get(random.nextInt(flights.size())).id());
        assertThat(found).isPresent();
        Reach reach = found.get();
        switch (random.nextInt(6)) {
            case 0 -> desk.drop(reach);
            case 1 -> desk.deliver(reach);
            case 2 -> desk.delay(reach, Delay.values()[random.nextInt(Delay.values().length)]);
            case 3 -> desk.duplicate(reach);
            case 4 -> desk.holdOrRelease(reach);
            default -> desk.arriveAt(reach, reach.nowNanos() + random.nextInt(100_000_000) - 5_000);
        }
    }

    private void inject(TouchDesk desk, World world, Side side, Random random) {
        Recipe recipe = Recipe.values()[random.nextInt(Recipe.values().length)];
        Action.Inject action = recipe.draft(world, side).action().orElseThrow();
        desk.act(action);
    }
}
