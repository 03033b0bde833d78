package dev.handshakelab.sim;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.Trigger;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a script: when its steps are due, and what they do. */
final class Scripts {
    private Scripts() {}

    /** The script before anything has happened; numbers are given from 1 on. */
    static ScriptState start(List<ScriptStep> steps) {
        List<Integer> waiting = new ArrayList<>();
        List<ScriptState.Due> due = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            ScriptStep step = steps.get(i);
            switch (step.trigger()) {
                case Trigger.At(long atNanos) ->
                        due.add(due(Clock.later(atNanos, step.afterNanos()), due.size() + 1L, i));
                case Trigger.Previous() -> {
                    if (i == 0) {
                        due.add(due(step.afterNanos(), due.size() + 1L, i));
                    }
                }
                case Trigger.When _ -> waiting.add(i);
            }
        }
        return new ScriptState(waiting, due, 0);
    }

    private static ScriptState.Due due(long atNanos, long number, int index) {
        return new ScriptState.Due(atNanos, number, index);
    }

    /** The same world, in which steps whose conditions are true now have become due. */
    static World withConditionsSeen(World world) {
        ScriptState script = world.script();
        if (script.waiting().isEmpty()) {
            return world;
        }
        List<Integer> waiting = new ArrayList<>();
        List<ScriptState.Due> due = new ArrayList<>(script.due());
        long number = world.nextNumber();
        for (int index : script.waiting()) {
            ScriptStep step = world.plan().script().get(index);
            if (step.trigger() instanceof Trigger.When(var conditions)
                    && Conditions.holdAll(world, conditions)) {
                due.add(due(Clock.later(world.nowNanos(), step.afterNanos()), number++, index));
            } else {
                waiting.add(index);
            }
        }
        if (number == world.nextNumber()) {
            return world;
        }
        return world.withScript(new ScriptState(waiting, due, script.done()), number);
    }

    /**
     * The same world after a step was taken from the script; a step that follows it has become due.
     */
    static World withStepTaken(World world, ScriptState.Due taken, long nowNanos) {
        ScriptState script = world.script();
        List<ScriptState.Due> due = new ArrayList<>(script.due());
        due.remove(taken);
        long number = world.nextNumber();
        int next = taken.index() + 1;
        List<ScriptStep> steps = world.plan().script();
        if (next < steps.size() && steps.get(next).trigger() instanceof Trigger.Previous) {
            long atNanos = Clock.later(nowNanos, steps.get(next).afterNanos());
            due.add(due(atNanos, number++, next));
        }
        return world.withScript(new ScriptState(script.waiting(), due, script.done() + 1), number);
    }

    /** The same after the step with this index was taken; null if it is not due. */
    static @Nullable World withStepTaken(World world, int index, long nowNanos) {
        for (ScriptState.Due due : world.script().due()) {
            if (due.index() == index) {
                return withStepTaken(world, due, nowNanos);
            }
        }
        return null;
    }

    /**
     * Does what an action says; what cannot happen (a call at a host that is down) leaves no fact.
     */
    static void perform(Turn turn, Plan plan, Action action) {
        switch (action) {
            case Action.Call(Side side, UserAction what) -> {
                if (turn.host(side).up()) {
                    TcpSocket remote = plan.host(side.other()).info().socket();
                    turn.call(side, event(turn.nowNanos(), what, remote));
                }
            }
            case Action.Inject(Side from, var segment, var origin, long delayNanos) ->
                    turn.traffic().inject(from, segment, origin, delayNanos);
            case Action.Release(Side from, int nth, long delayNanos) ->
                    release(turn, from, nth, delayNanos);
            case Action.Crash(Side side, boolean down) -> {
                if (turn.host(side).up()) {
                    turn.crash(side, down);
                }
            }
            case Action.Reboot(Side side) -> {
                if (!turn.host(side).up()) {
                    turn.reboot(side);
                }
            }
            case Action.Cable(boolean connected) -> turn.traffic().setConnected(connected);
            case Action.SetOptions(Side side, var options) -> turn.setOptions(side, options);
        }
    }

    private static void release(Turn turn, Side from, int nth, long delayNanos) {
        List<Flight> held =
                turn.traffic().flights(f -> f.from() == from && f.fate() instanceof Fate.Held);
        for (int i = 0; i < held.size(); i++) {
            if (nth == 0 || nth == i + 1) {
                long atNanos = Clock.later(turn.nowNanos(), delayNanos);
                turn.traffic().reroute(held.get(i), new Fate.Arrives(atNanos));
            }
        }
    }

    /** The call that an application makes. */
    private static TcpEvent.UserCall event(long nowNanos, UserAction action, TcpSocket remote) {
        return switch (action) {
            case UserAction.Listen(boolean reading) ->
                    new TcpEvent.Open(nowNanos, false, null, Octets.EMPTY, reading);
            case UserAction.Connect(Octets text, boolean reading) ->
                    new TcpEvent.Open(nowNanos, true, remote, text, reading);
            case UserAction.ConnectNowhere() ->
                    new TcpEvent.Open(nowNanos, true, null, Octets.EMPTY, false);
            case UserAction.Send(Octets text, boolean push, boolean urgent) ->
                    new TcpEvent.Send(nowNanos, text, push, urgent);
            case UserAction.Receive(long octets) -> new TcpEvent.Receive(nowNanos, octets);
            case UserAction.StopReading() -> new TcpEvent.StopReading(nowNanos);
            case UserAction.Close(boolean receiving) -> new TcpEvent.Close(nowNanos, receiving);
            case UserAction.Abort() -> new TcpEvent.Abort(nowNanos);
            case UserAction.Status() -> new TcpEvent.Status(nowNanos);
        };
    }
}
