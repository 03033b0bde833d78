package dev.handshakelab.sim;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Side;
import java.util.Optional;
import java.util.function.Predicate;

/** Why a touch does nothing. */
public enum Refusal {
    /** The segment has arrived, was lost, or never was. */
    SEGMENT_GONE,
    /** The segment is held already. */
    ALREADY_HELD,
    /** A held segment has no time of arrival that could be put off. */
    HELD_HAS_NO_TIME,
    /** The host is down. */
    HOST_DOWN,
    /** The host is up already. */
    HOST_UP,
    /** The timer does not run. */
    TIMER_OFF,
    /** Nothing of the host is held. */
    NOTHING_HELD,
    /** The step of the script is over, cannot happen yet, or would change nothing. */
    STEP_NOT_DUE,
    /** The network is in this mode already. */
    SAME_MODE;

    /** Why a touch would do nothing to a world; empty if it would do something. */
    public static Optional<Refusal> of(World world, Touch touch) {
        return switch (touch) {
            case Touch.Act(var action) -> of(world, action);
            case Touch.Drop(long id) -> gone(world, id);
            case Touch.Delay(long id, _) ->
                    gone(world, id).or(() -> held(world, id, HELD_HAS_NO_TIME));
            case Touch.Duplicate(long id, _) -> gone(world, id);
            case Touch.Hold(long id) -> gone(world, id).or(() -> held(world, id, ALREADY_HELD));
            case Touch.Deliver(long id, _) -> gone(world, id);
            case Touch.FireTimer(var side, var kind) ->
                    when(!world.tcb(side).timers().isRunning(kind), TIMER_OFF);
            case Touch.Hurry _ -> when(Simulation.apply(world, touch) == null, STEP_NOT_DUE);
            case Touch.AddFault _ -> Optional.empty();
            case Touch.NetworkMode(boolean manual) ->
                    when(world.network().isManual() == manual, SAME_MODE);
        };
    }

    private static Optional<Refusal> of(World world, Action action) {
        return switch (action) {
            case Action.Call(var side, _) -> when(!world.host(side).up(), HOST_DOWN);
            case Action.Crash(var side, _) -> when(!world.host(side).up(), HOST_DOWN);
            case Action.Reboot(var side) -> when(world.host(side).up(), HOST_UP);
            case Action.Release(var side, int nth, _) ->
                    when(heldOf(world, side) < Math.max(1, nth), NOTHING_HELD);
            case Action.Inject _, Action.Cable _, Action.SetOptions _ -> Optional.empty();
        };
    }

    private static long heldOf(World world, Side side) {
        return world.inTransit().stream()
                .filter(flight -> flight.from() == side && isHeld(flight))
                .count();
    }

    private static boolean isHeld(Flight flight) {
        return flight.fate() instanceof Fate.Held;
    }

    private static Optional<Refusal> gone(World world, long id) {
        return when(!has(world, id, _ -> true), SEGMENT_GONE);
    }

    private static Optional<Refusal> held(World world, long id, Refusal refusal) {
        return when(has(world, id, Refusal::isHeld), refusal);
    }

    private static boolean has(World world, long id, Predicate<Flight> test) {
        return world.inTransit().stream().anyMatch(f -> f.id() == id && test.test(f));
    }

    private static Optional<Refusal> when(boolean refused, Refusal why) {
        return refused ? Optional.of(why) : Optional.empty();
    }
}
