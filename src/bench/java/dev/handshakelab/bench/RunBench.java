package dev.handshakelab.bench;

import static dev.handshakelab.testing.Stage.close;
import static dev.handshakelab.testing.Stage.millis;
import static dev.handshakelab.testing.Stage.send;

import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.ScriptStep.Condition;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Side;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whole runs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RunBench {
    private final List<Plan> scenarios =
            ScenarioLibrary.bundled().scenarios().stream().map(each -> each.plan()).toList();
    private int next;
    private long seed;

    /** The scenarios that come with the program, one after the other. */
    @Benchmark
    public Object scenario() {
        next = (next + 1) % scenarios.size();
        return Simulation.run(scenarios.get(next));
    }

    /** Both sides send 900 and 700 octets and close; a fifth of all segments is lost. */
    @Benchmark
    public Object lossy() {
        return Simulation.run(
                new Stage()
                        .link(10, 30, seed++)
                        .established()
                        .when(established(Side.A), 0, send(Side.A, "a".repeat(900)))
                        .when(established(Side.B), 0, send(Side.B, "b".repeat(700)))
                        .when(new Condition.Delivered(Side.B, 900), 0, close(Side.A))
                        .when(
                                new Condition.InState(Side.B, TcpState.CLOSE_WAIT),
                                20,
                                close(Side.B))
                        .fault(Match.ANY, new Verdict.DropRandomly(0.2))
                        .fault(Match.ANY, new Verdict.DuplicateRandomly(0.2, millis(50)))
                        .fault(Match.ANY, new Verdict.DelayRandomly(0.3, millis(200)))
                        .untilMillis(2_000_000)
                        .plan());
    }

    private static Condition established(Side side) {
        return new Condition.InState(side, TcpState.ESTABLISHED);
    }
}
