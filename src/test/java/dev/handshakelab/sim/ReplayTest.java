package dev.handshakelab.sim;

import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.connect;
import static dev.handshakelab.testing.Stage.listen;
import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.RandomTouches;
import dev.handshakelab.testing.RandomTouches.Touched;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.TraceFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final TraceFormat TRACE = new TraceFormat(false, true, true);

    private static Run story(long seed) {
        return new Stage()
                .link(10, seed % 3 == 0 ? 5 : 0, seed)
                .untilMillis(200_000)
                .maxSteps(200)
                .established()
                .at(30, send(Side.A, "hello"), send(Side.B, "there"))
                .at(60, close(Side.A))
                .at(60, close(Side.B))
                // Changes nothing: a host that is up cannot come up.
                .at(65, new ScriptStep.Action.Reboot(Side.A))
                .run();
    }

    private static String trace(Run run) {
        return TRACE.format(run.timeline());
    }

    @Test
    void replayingTheTouchesOfARunGivesTheIdenticalRun() {
        int touches = 0;
        for (long seed = 0; seed < 300; seed++) {
            Touched touched = new RandomTouches(seed, true).touch(story(seed), 8);
            touches += touched.touches().size();
            Replay replay = Replay.of(touched.run().plan(), touched.touches());
            assertThat(trace(replay.run())).as("seed %s", seed).isEqualTo(trace(touched.run()));
            assertThat(replay.touches()).isEqualTo(touched.touches());
            assertThat(replay.run().last()).isEqualTo(touched.run().last());
        }
        assertThat(touches).isGreaterThan(600);
    }

    @Test
    void aTouchAmongThingsOfOneTimeKeepsItsPlace() {
        Run run = new Stage().at(0, listen(Side.B), connect(Side.A)).at(0, send(Side.A, "x")).run();
        assertThat(run.timeline().frame(3).atNanos()).isZero();
        for (int step = 0; step <= 3; step++) {
            var crash = new Touch.Act(new ScriptStep.Action.Crash(Side.A, false));
            Run fork = Simulation.fork(run, step, 0, crash);
            assertThat(fork).isNotNull();
            Run again = Simulation.replay(run.plan(), List.of(new RecordedTouch(step, 0, crash)));
            assertThat(trace(again)).isEqualTo(trace(fork));
            assertThat(again.timeline().frame(step + 1).facts()).isNotEmpty();
        }
    }

    @Test
    void aTouchByTimeComesAfterEverythingOfThatTime() {
        Run run = new Stage().established().run();
        Touch touch = new Touch.Act(send(Side.A, "x"));
        Run timed = Simulation.replay(run.plan(), List.of(RecordedTouch.at(millis(10), touch)));
        Run exact = Simulation.replay(run.plan(), List.of(RecordedTouch.afterStep(3, touch)));
        assertThat(trace(timed)).isEqualTo(trace(exact));
    }

    @Test
    void whatCannotHappenIsPassedOver() {
        Plan plan = new Stage().established().plan();
        Replay replay =
                Replay.of(
                        plan,
                        List.of(
                                RecordedTouch.afterStep(2, new Touch.Drop(77)),
                                new RecordedTouch(2, millis(11), new Touch.Drop(1)),
                                RecordedTouch.afterStep(1, new Touch.Drop(1)),
                                RecordedTouch.afterStep(99, new Touch.Drop(1))));
        assertThat(replay.touches()).isEmpty();
        assertThat(trace(replay.run())).isEqualTo(trace(Simulation.run(plan)));
    }

    @Test
    void aTouchMayFollowAScriptStepThatChangesNothing() {
        Run run = story(1);
        int before = run.timeline().indexAt(millis(65));
        Run fork = Simulation.fork(run, before, millis(67), new Touch.Act(send(Side.A, "late")));
        assertThat(fork).isNotNull();
        assertThat(fork.timeline().frame(before + 1).atNanos()).isEqualTo(millis(67));
    }
}
