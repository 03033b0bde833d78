package dev.handshakelab.replay;

import dev.handshakelab.capture.Connection;
import dev.handshakelab.capture.Connection.Opening;
import dev.handshakelab.capture.Connection.Verdict;
import dev.handshakelab.capture.Inferred;
import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict.Drop;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.ScriptStep;
import dev.handshakelab.tcp.EndpointConfig;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.IssPolicy;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a plan for the simulator of a captured connection: calls and data from the segments, losses
 * and delays as fault rules, initial numbers and options from the SYNs. The simulator's hosts then
 * do what TCP says, which need not be what the captured ones did.
 */
public final class Replay {
    /** A script may have so many steps, and a plan so many rules; see scenario files. */
    static final int MOST_STEPS = 900;

    private static final int MOST_FLIGHTS = 2_000;
    private static final int SIMULATED_STEPS = 10_000;
    private static final long LEAST_DELAY_NANOS = 20_000;

    /** How long the simulation may go on after what was captured. */
    private static final long AFTERWARDS_NANOS = 300_000_000_000L;

    private Replay() {}

    /** Why a connection cannot be replayed. */
    public enum Obstacle {
        /** Nobody knows how it was opened. */
        BEGINS_MIDSTREAM,
        /** It has more segments or calls than a scenario can hold. */
        TOO_LONG
    }

    /** What stands in the way of a replay; empty: nothing. */
    public static Optional<Obstacle> obstacle(Connection connection) {
        if (connection.opening() == Opening.NOT_CAPTURED) {
            return Optional.of(Obstacle.BEGINS_MIDSTREAM);
        }
        return connection.segments().size() > MOST_FLIGHTS
                ? Optional.of(Obstacle.TOO_LONG)
                : Optional.empty();
    }

    /**
     * The plan for a connection that nothing stands in the way of; empty if it turns out too long.
     */
    public static Optional<Plan> plan(Inferred inferred, Connection connection) {
        Exchange exchange = Exchange.of(inferred.timeline(), connection.incarnation());
        if (exchange.flights().isEmpty()) {
            return Optional.empty();
        }
        long delay = delayNanos(exchange);
        List<ScriptStep> script = new ReplayScript(inferred, connection, exchange).steps();
        List<FaultRule> faults =
                new ArrayList<>(new ReplayFaults(inferred, exchange, delay).rules());
        faults.addAll(silence(connection));
        if (script.size() > MOST_STEPS || faults.size() > MOST_STEPS) {
            return Optional.empty();
        }
        long end = exchange.endsAtNanos() - exchange.beginsAtNanos();
        return Optional.of(
                new Plan(
                        host(inferred, exchange, Side.A),
                        host(inferred, exchange, Side.B),
                        new Plan.Link(delay, 0, 1),
                        faults,
                        script,
                        end + AFTERWARDS_NANOS,
                        SIMULATED_STEPS));
    }

    /** Half a round trip without waiting: the least that both ways took together. */
    private static long delayNanos(Exchange exchange) {
        long there = exchange.leastWay(Side.A).orElse(0);
        long back = exchange.leastWay(Side.B).orElse(there);
        return Math.max(LEAST_DELAY_NANOS, (there + back) / 2);
    }

    private static Plan.Host host(Inferred inferred, Exchange exchange, Side side) {
        var info = inferred.timeline().host(side);
        Flight syn = exchange.syn(side);
        int iss = syn == null ? 0 : syn.segment().seq();
        var options = new ReplayOptions(inferred, exchange, side).options();
        return new Plan.Host(
                info,
                new EndpointConfig(info.socket(), options, new IssPolicy.Given(List.of(iss))));
    }

    /** Where nobody ever answered, nothing arrived, as far as the one who asked could see. */
    private static List<FaultRule> silence(Connection connection) {
        Verdict verdict = connection.verdict();
        if (verdict == Verdict.UNANSWERED) {
            return List.of(dropAll(Side.A, Flags.SYN));
        }
        if (verdict == Verdict.HANDSHAKE_UNFINISHED) {
            return List.of(dropAll(Side.B, Flags.SYN_ACK));
        }
        return List.of();
    }

    private static FaultRule dropAll(Side from, Flags on) {
        return new FaultRule(
                new Match(from, on, Flags.NONE, null, null, Set.of(), 0, Long.MAX_VALUE),
                new Drop());
    }
}
