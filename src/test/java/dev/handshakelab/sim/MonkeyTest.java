package dev.handshakelab.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.testing.PairInvariants;
import dev.handshakelab.testing.RandomTouches;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.TraceFormat;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody touches runs at random, ten thousand times. */
@Timeout(300)
class MonkeyTest {
    private static final int TOUCHES_A_RUN = 20;
    private static final int RUNS_A_BLOCK = 100;

    /** What a network and well-behaved applications can do never breaks the pair. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void theNetworkAndTheApplicationsBreakNothing(int block) {
        for (int i = 0; i < RUNS_A_BLOCK; i++) {
            long seed = (long) block * RUNS_A_BLOCK + i;
            Run run =
                    new Stage()
                            .link(10 + seed % 40, seed % 4, seed)
                            .untilMillis(400_000)
                            .maxSteps(300)
                            .established()
                            .at(40, Stage.send(Side.A, "hello"), Stage.send(Side.B, "there"))
                            .at(200, Stage.close(Side.A), Stage.close(Side.B))
                            .run();
            Run touched = new RandomTouches(seed, false).touch(run, TOUCHES_A_RUN).run();
            try {
                PairInvariants.check(touched.timeline());
            } catch (AssertionError e) {
                String trace = TraceFormat.PLAIN.format(touched.timeline());
                throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + trace, e);
            }
            checkFrames(touched);
        }
    }

    /** Forgeries, crashes and other rules may break a connection, but not the program. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void nothingAtAllBreaksTheProgram(int block) {
        var scenarios = ScenarioLibrary.bundled().scenarios();
        for (int i = 0; i < RUNS_A_BLOCK; i++) {
            int seed = block * RUNS_A_BLOCK + i;
            Plan plan = scenarios.get(seed % scenarios.size()).plan();
            checkFrames(
                    new RandomTouches(seed, true).touch(Simulation.run(plan), TOUCHES_A_RUN).run());
        }
    }

    private static void checkFrames(Run run) {
        List<Frame> frames = run.timeline().frames();
        for (int i = 1; i < frames.size(); i++) {
            assertThat(frames.get(i).index()).isEqualTo(i);
            assertThat(frames.get(i).atNanos()).isGreaterThanOrEqualTo(frames.get(i - 1).atNanos());
            assertThat(frames.get(i).facts()).isNotEmpty();
        }
        assertThat(run.last().steps()).isEqualTo(run.timeline().lastIndex());
    }
}
