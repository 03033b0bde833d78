package dev.handshakelab.sim;

import dev.handshakelab.sim.Possibility.What;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen next in a world: segments on their way, timers, steps of the script,
 * the calls of both applications, and what can befall hosts and cable. What each would do is found
 * out by doing it to a copy.
 */
public final class Possibilities {
    /** What applications send if nobody says what. */
    public static final String SAMPLE_TEXT = "hello";

    private final World world;
    private final Agenda.@Nullable Entry next;
    private final List<Possibility> found = new ArrayList<>();

    private Possibilities(World world) {
        this.world = world;
        this.next = Agenda.next(world);
    }

    /**
     * All possibilities: first the segments in the order in which they end, held ones last; then
     * the timers in the order in which they fire; then the script in order; then what can be done
     * to A, to B, and to the cable.
     */
    public static List<Possibility> of(World world) {
        var all = new Possibilities(world);
        all.segments();
        all.timers();
        all.script();
        for (Side side : Side.values()) {
            all.found.addAll(ofHost(world, side));
        }
        all.add(new What.Incident(new Action.Cable(!world.network().connected())));
        return List.copyOf(all.found);
    }

    /** What can be done at one host: all calls, in a fixed order, then crash and reboot. */
    public static List<Possibility> ofHost(World world, Side side) {
        var all = new Possibilities(world);
        for (UserAction call : calls(SAMPLE_TEXT)) {
            all.add(new What.Call(side, call));
        }
        if (world.host(side).up()) {
            all.add(new What.Incident(new Action.Crash(side, false)));
            all.add(new What.Incident(new Action.Crash(side, true)));
        } else {
            all.add(new What.Incident(new Action.Reboot(side)));
        }
        return List.copyOf(all.found);
    }

    /** All calls that an application can make. */
    public static List<UserAction> calls(String text) {
        return List.of(
                new UserAction.Listen(true),
                new UserAction.Connect(Octets.EMPTY, true),
                new UserAction.Send(Octets.utf8(text), true, false),
                new UserAction.Close(true),
                new UserAction.Close(false),
                new UserAction.Abort(),
                new UserAction.StopReading(),
                new UserAction.Receive(Long.MAX_VALUE));
    }

    /** What would happen to one segment on its way if it ended now. */
    public static Frame arrival(World world, Flight flight) {
        var turn = new Turn(world, world.nowNanos());
        if (flight.isLost() || !world.host(flight.to()).up()) {
            turn.traffic().lose(flight);
        } else {
            turn.arrive(flight, false);
        }
        return turn.end(world.script()).frame();
    }

    private void segments() {
        world.network().transit().stream()
                .sorted(
                        Comparator.comparingInt(Possibilities::heldLast)
                                .thenComparingLong(transit -> transit.flight().endsAtNanos())
                                .thenComparingLong(NetworkState.Transit::number))
                .forEach(transit -> {
                    boolean first =
                            next instanceof Agenda.Entry.FlightEnds(_, var ending)
                                    && ending.number() == transit.number();
                    Flight flight = transit.flight();
                    found.add(
                            new Possibility(
                                    new What.SegmentEnds(flight), first, arrival(world, flight)));
                });
    }

    private static int heldLast(NetworkState.Transit transit) {
        return transit.flight().fate() instanceof Fate.Held ? 1 : 0;
    }

    private void timers() {
        List<What.TimerFires> timers = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Timers.Timer timer : world.tcb(side).timers().all()) {
                timers.add(new What.TimerFires(side, timer));
            }
        }
        timers.sort(Comparator.comparingLong(fires -> fires.timer().dueAtNanos()));
        for (What.TimerFires fires : timers) {
            boolean first =
                    next instanceof Agenda.Entry.TimerDue(_, var side, var kind)
                            && side == fires.side()
                            && kind == fires.timer().kind();
            found.add(new Possibility(fires, first, outcome(fires)));
        }
    }

    private void script() {
        world.script().due().stream()
                .sorted(
                        Comparator.comparingLong(ScriptState.Due::atNanos)
                                .thenComparingLong(ScriptState.Due::number))
                .forEach(due -> {
                    Action action = world.plan().script().get(due.index()).action();
                    boolean first =
                            next instanceof Agenda.Entry.ScriptDue(_, var step) && step.equals(due);
                    var what = new What.ScriptStepDue(due, action);
                    found.add(new Possibility(what, first, outcome(what)));
                });
    }

    private void add(What what) {
        found.add(new Possibility(what, false, outcome(what)));
    }

    private @Nullable Frame outcome(What what) {
        Step step = Simulation.apply(world, what.touch());
        return step == null ? null : step.frame();
    }
}
