package dev.handshakelab.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.testing.LongRuns;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A run keeps few worlds; those between are made again and are the same. */
class CheckPointsTest {
    /** The worlds as they came, one for each frame. */
    private final List<World> direct = new ArrayList<>();

    private void goOn() {
        for (Step step = Simulation.step(direct.getLast());
                step != null;
                step = Simulation.step(direct.getLast())) {
            direct.add(step.world());
        }
    }

    private void assertSame(Run run, Random random) {
        assertThat(run.timeline().frames()).hasSameSizeAs(direct);
        assertThat(run.worlds()).isEqualTo(direct);
        assertThat(run.last()).isEqualTo(direct.getLast());
        for (int i = 0; i < 20; i++) {
            int frame = random.nextInt(direct.size());
            assertThat(run.worldAt(frame)).isEqualTo(direct.get(frame));
        }
    }

    @Test
    void theWorldsOfAllScenariosAreThoseOfDirectStepping() {
        Random random = new Random(1);
        List<Scenario> scenarios = ScenarioLibrary.bundled().scenarios();
        assertThat(scenarios).isNotEmpty();
        for (Scenario scenario : scenarios) {
            direct.clear();
            direct.add(Simulation.start(scenario.plan()));
            goOn();
            assertSame(Simulation.run(scenario.plan()), random);
        }
    }

    @Test
    void theWorldsOfTouchedRunsAreThoseOfDirectStepping() {
        int forks = 0;
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Plan plan = RandomRunsTest.story(seed).plan();
            direct.clear();
            direct.add(Simulation.start(plan));
            goOn();
            Run run = Simulation.run(plan);
            for (int i = 0; i < 4; i++) {
                int frame = random.nextInt(direct.size());
                World world = direct.get(frame);
                Touch touch = touch(world, random);
                Step step = Simulation.apply(world, touch);
                Run fork = Simulation.fork(run, frame, world.nowNanos(), touch);
                assertThat(fork == null).isEqualTo(step == null);
                if (fork != null && step != null) {
                    direct.subList(frame + 1, direct.size()).clear();
                    direct.add(step.world());
                    goOn();
                    run = fork;
                    assertSame(run, random);
                    forks++;
                }
            }
        }
        assertThat(forks).isGreaterThan(60);
    }

    private static Touch touch(World world, Random random) {
        List<Flight> inTransit = world.inTransit();
        if (inTransit.isEmpty() || random.nextInt(4) == 0) {
            Side side = random.nextBoolean() ? Side.A : Side.B;
            return random.nextBoolean()
                    ? new Touch.FireTimer(side, TimerKind.RETRANSMISSION)
                    : new Touch.Act(Stage.send(side, "touched"));
        }
        long id = inTransit.get(random.nextInt(inTransit.size())).id();
        return switch (random.nextInt(5)) {
            case 0 -> new Touch.Drop(id);
            case 1 -> new Touch.Delay(id, Stage.millis(random.nextInt(500)));
            case 2 -> new Touch.Duplicate(id, Stage.millis(random.nextInt(500)));
            case 3 -> new Touch.Hold(id);
            default -> new Touch.Deliver(id, Stage.millis(random.nextInt(50)));
        };
    }

    @Test
    void aLongRunKeepsFewWorlds() {
        Run run = Simulation.run(LongRuns.transfer(1_000));
        assertThat(run.timeline().lastIndex()).isEqualTo(999);
        assertThat(run.checkPoints().size()).isEqualTo(2 + 999 / CheckPoints.SPACING);
    }

    @Test
    void thereIsNoWorldBeyondTheEnds() {
        Run run = new Stage().established().run();
        assertThatThrownBy(() -> run.worldAt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> run.worldAt(run.timeline().lastIndex() + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
