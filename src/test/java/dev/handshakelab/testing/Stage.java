package dev.handshakelab.testing;

import dev.handshakelab.sim.FaultRule;
import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.ScriptStep;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.Condition;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.EndpointConfig;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.IssPolicy;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptionsBuilder;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.HostInfo;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Puts a plan together, step by step. Without further words: ISS 100 and 300, 10 ms each way, no
 * loss, windows of 1000 octets, no MSS option, and an end after ten minutes of virtual time.
 */
public final class Stage {
    private static final long MILLI = 1_000_000;

    private final Map<Side, List<Integer>> iss = new EnumMap<>(Side.class);
    private final Map<Side, TcpOptions> options = new EnumMap<>(Side.class);
    private final List<FaultRule> faults = new ArrayList<>();
    private final List<ScriptStep> script = new ArrayList<>();
    private Plan.Link link = new Plan.Link(10 * MILLI, 0, 1);
    private long untilMillis = 600_000;
    private int maxSteps = 10_000;

    public Stage() {
        iss.put(Side.A, List.of(100));
        iss.put(Side.B, List.of(300));
        for (Side side : Side.values()) {
            options.put(side, TcpOptions.RFC.without(Switch.MSS_OPTION));
        }
    }

    public static long millis(long millis) {
        return millis * MILLI;
    }

    public Stage iss(Side side, Integer... numbers) {
        iss.put(side, Arrays.asList(numbers));
        return this;
    }

    public Stage options(Side side, UnaryOperator<TcpOptionsBuilder> change) {
        options.put(side, change.apply(options.get(side).toBuilder()).build());
        return this;
    }

    public Stage options(UnaryOperator<TcpOptionsBuilder> change) {
        return options(Side.A, change).options(Side.B, change);
    }

    public Stage link(long delayMillis, long jitterMillis, long seed) {
        link = new Plan.Link(delayMillis * MILLI, jitterMillis * MILLI, seed);
        return this;
    }

    public Stage fault(Match match, Verdict verdict) {
        faults.add(new FaultRule(match, verdict));
        return this;
    }

    public Stage at(long millis, Action... actions) {
        for (Action action : actions) {
            script.add(ScriptStep.at(millis * MILLI, action));
        }
        return this;
    }

    public Stage then(long afterMillis, Action action) {
        script.add(ScriptStep.then(afterMillis * MILLI, action));
        return this;
    }

    public Stage when(Condition condition, long afterMillis, Action action) {
        script.add(ScriptStep.when(condition, afterMillis * MILLI, action));
        return this;
    }

    public Stage untilMillis(long millis) {
        untilMillis = millis;
        return this;
    }

    public Stage maxSteps(int steps) {
        maxSteps = steps;
        return this;
    }

    /** B listens and A connects at 0; the last segment of the handshake arrives at 30 ms. */
    public Stage established() {
        return at(0, listen(Side.B), connect(Side.A));
    }

    public Plan plan() {
        return new Plan(
                host(Side.A), host(Side.B), link, faults, script, untilMillis * MILLI, maxSteps);
    }

    public Run run() {
        return Simulation.run(plan());
    }

    private Plan.Host host(Side side) {
        TcpSocket socket =
                side == Side.A ? new TcpSocket("192.0.2.1", 49152) : new TcpSocket("192.0.2.2", 80);
        HostInfo.Role role = side == Side.A ? HostInfo.Role.CLIENT : HostInfo.Role.SERVER;
        EndpointConfig endpoint =
                new EndpointConfig(socket, options.get(side), new IssPolicy.Given(iss.get(side)));
        return new Plan.Host(new HostInfo(role, socket), endpoint);
    }

    // What can be done

    public static Action call(Side side, UserAction action) {
        return new Action.Call(side, action);
    }

    public static Action listen(Side side) {
        return call(side, new UserAction.Listen(true));
    }

    public static Action connect(Side side) {
        return call(side, new UserAction.Connect(Octets.EMPTY, true));
    }

    public static Action send(Side side, String text) {
        return call(side, new UserAction.Send(Octets.utf8(text), true, false));
    }

    public static Action close(Side side) {
        return call(side, new UserAction.Close(true));
    }

    public static Action abort(Side side) {
        return call(side, new UserAction.Abort());
    }

    /** A segment from nowhere that arrives at once after the link's delay. */
    public static Action forge(Side from, Segment segment) {
        return new Action.Inject(from, segment, Flight.Origin.FORGED, 0);
    }

    public static Action old(Side from, Segment segment) {
        return new Action.Inject(from, segment, Flight.Origin.OLD_DUPLICATE, 0);
    }

    public static Segment segment(int seq, int ack, Flags flags, String text) {
        return Segment.of(seq, ack, flags, 1000).withText(Octets.utf8(text));
    }

    public static Segment segment(int seq, int ack, Flags flags) {
        return segment(seq, ack, flags, "");
    }

    // Which segments

    /** The nth segments of a host that have these bits on and those off; without numbers: all. */
    public static Match nth(Side from, Flags on, Flags off, Integer... nth) {
        return new Match(from, on, off, null, null, Set.of(nth), 0, Long.MAX_VALUE);
    }

    /** The nth segments of a host with text; without numbers: all. */
    public static Match nthText(Side from, Integer... nth) {
        return new Match(from, Flags.NONE, Flags.NONE, true, null, Set.of(nth), 0, Long.MAX_VALUE);
    }
}
