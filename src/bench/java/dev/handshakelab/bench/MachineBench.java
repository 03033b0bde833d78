package dev.handshakelab.bench;

import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpMachine;
import dev.handshakelab.testing.LongRuns;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Single steps of the machine: the segments of a transfer with losses arrive, timers fire. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MachineBench {
    private static final int STEPS = 1_000;

    private final List<Tcb> before = new ArrayList<>();
    private final List<TcpEvent> events = new ArrayList<>();

    /** Collects the steps of a run. */
    @Setup
    public void collect() {
        Timeline timeline = Simulation.run(LongRuns.transfer(4 * STEPS)).timeline();
        for (int i = 1; events.size() < STEPS; i++) {
            Frame frame = timeline.frame(i);
            Fact cause = frame.facts().getFirst();
            Tcb tcb = timeline.frame(i - 1).host(cause.side()).tcb();
            switch (cause) {
                case Fact.Arrived(long atNanos, var side, var flight) -> {
                    var source = timeline.host(side.other()).socket();
                    before.add(tcb);
                    events.add(
                            new TcpEvent.SegmentArrives(atNanos, source, flight.segment(), false));
                }
                case Fact.TimerFired(long atNanos, _, var kind) -> {
                    before.add(tcb);
                    events.add(new TcpEvent.Timeout(atNanos, kind));
                }
                default -> {
                    // a loss is no step of a machine
                }
            }
        }
    }

    /** Steps of the machine. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void step(Blackhole result) {
        for (int i = 0; i < STEPS; i++) {
            result.consume(TcpMachine.step(before.get(i), events.get(i)));
        }
    }
}
