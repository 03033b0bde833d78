package dev.handshakelab.sim;

import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs two hosts and a network in virtual time. Every function is pure: the same arguments give the
 * same result, and nothing passed in changes.
 *
 * <p>The network does not enforce the maximum segment lifetime: how old a segment may become is for
 * the scenario to say, so that one can also show what happens when the assumption is broken (RFC
 * 9293, 3.4.2).
 */
public final class Simulation {
    private Simulation() {}

    /** The world before anything has happened. */
    public static World start(Plan plan) {
        ScriptState script = Scripts.start(plan.script());
        World world =
                new World(
                        plan,
                        0,
                        0,
                        HostState.fresh(Tcb.closed(plan.a().endpoint())),
                        HostState.fresh(Tcb.closed(plan.b().endpoint())),
                        NetworkState.fresh(plan),
                        script,
                        script.due().size() + 1L,
                        plan.untilNanos(),
                        plan.maxSteps());
        return Scripts.withConditionsSeen(world);
    }

    /** The frame with which a timeline begins: how both hosts stand, without facts. */
    public static Frame firstFrame(World world) {
        return Turn.frame(world, List.of());
    }

    /** When something happens next by itself; empty if nothing does within the bounds. */
    public static OptionalLong nextAtNanos(World world) {
        Agenda.Entry next = nextWithinBounds(world);
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.atNanos());
    }

    private static Agenda.@Nullable Entry nextWithinBounds(World world) {
        if (world.steps() >= world.maxSteps()) {
            return null;
        }
        Agenda.Entry next = Agenda.next(world);
        return next == null || next.atNanos() > world.untilNanos() ? null : next;
    }

    /**
     * Lets the next thing happen. Script steps that change nothing, like a call at a host that is
     * down, are passed over.
     *
     * @return null if nothing happens any more within the bounds
     */
    public static @Nullable Step step(World world) {
        World current = world;
        for (Agenda.Entry next = nextWithinBounds(current);
                next != null;
                next = nextWithinBounds(current)) {
            if (next instanceof Agenda.Entry.ScriptDue(long atNanos, ScriptState.Due due)) {
                current = Scripts.withStepTaken(current, due, atNanos);
            }
            Turn turn = new Turn(current, next.atNanos());
            perform(turn, current, next);
            if (turn.hasFacts()) {
                return turn.end(current.script());
            }
        }
        return null;
    }

    private static void perform(Turn turn, World world, Agenda.Entry entry) {
        switch (entry) {
            case Agenda.Entry.FlightEnds(_, var transit) -> {
                Flight flight = transit.flight();
                if (flight.isLost() || !world.host(flight.to()).up()) {
                    turn.traffic().lose(flight);
                } else {
                    turn.arrive(flight, Agenda.isFollowed(world, transit));
                }
            }
            case Agenda.Entry.ScriptDue(_, var due) ->
                    Scripts.perform(
                            turn, world.plan(), world.plan().script().get(due.index()).action());
            case Agenda.Entry.TimerDue(_, var side, var kind) -> turn.fire(side, kind);
        }
    }

    /** {@link #apply(World, long, Touch)} at the world's own time. */
    public static @Nullable Step apply(World world, Touch touch) {
        return apply(world, world.nowNanos(), touch);
    }

    /**
     * Touches a world. The bounds of the plan move along, so that what follows can be watched.
     *
     * @param atNanos when: not before the world's time, not after what happens next by itself
     * @return null if the touch does nothing: the segment is gone, the host is down, the timer does
     *     not run
     * @throws IllegalArgumentException if the time is not within these limits
     */
    public static @Nullable Step apply(World world, long atNanos, Touch touch) {
        Agenda.Entry next = Agenda.next(world);
        if (atNanos < world.nowNanos() || (next != null && atNanos > next.atNanos())) {
            throw new IllegalArgumentException(
                    atNanos + " ns is not between " + world.nowNanos() + " ns and the next step");
        }
        World touched =
                touch instanceof Touch.Hurry(int index)
                        ? Scripts.withStepTaken(world, index, atNanos)
                        : world;
        if (touched == null) {
            return null;
        }
        Turn turn = new Turn(touched, atNanos);
        perform(turn, world.plan(), touch);
        if (!turn.hasFacts()) {
            return null;
        }
        Step step = turn.end(touched.script());
        Plan plan = world.plan();
        return new Step(step.world().extended(plan.untilNanos(), plan.maxSteps()), step.frame());
    }

    private static void perform(Turn turn, Plan plan, Touch touch) {
        long nowNanos = turn.nowNanos();
        Traffic traffic = turn.traffic();
        switch (touch) {
            case Touch.Act(var action) -> Scripts.perform(turn, plan, action);
            case Touch.Drop(long id) -> traffic.flight(id).ifPresent(traffic::lose);
            case Touch.Delay(long id, long extraNanos) ->
                    traffic.flight(id).ifPresent(flight -> delay(traffic, flight, extraNanos));
            case Touch.Duplicate(long id, long laterNanos) -> {
                Optional<Flight> flight = traffic.flight(id);
                if (flight.isPresent()) {
                    boolean held = flight.get().fate() instanceof Fate.Held;
                    long from = held ? nowNanos : flight.get().endsAtNanos();
                    traffic.copy(flight.get(), Clock.later(from, laterNanos));
                }
            }
            case Touch.Hold(long id) ->
                    traffic.flight(id)
                            .filter(flight -> !(flight.fate() instanceof Fate.Held))
                            .ifPresent(flight -> traffic.reroute(flight, new Fate.Held()));
            case Touch.Deliver(long id, long delayNanos) -> {
                Fate fate = new Fate.Arrives(Clock.later(nowNanos, delayNanos));
                traffic.flight(id).ifPresent(flight -> traffic.reroute(flight, fate));
            }
            case Touch.FireTimer(Side side, var kind) -> {
                if (turn.host(side).tcb().timers().isRunning(kind)) {
                    turn.fire(side, kind);
                }
            }
            case Touch.Hurry(int index) ->
                    Scripts.perform(turn, plan, plan.script().get(index).action());
        }
    }

    private static void delay(Traffic traffic, Flight flight, long extraNanos) {
        switch (flight.fate()) {
            case Fate.Arrives(long atNanos) ->
                    traffic.reroute(flight, new Fate.Arrives(Clock.later(atNanos, extraNanos)));
            case Fate.Lost(long atNanos) ->
                    traffic.reroute(flight, new Fate.Lost(Clock.later(atNanos, extraNanos)));
            case Fate.Held() -> {
                // stays held
            }
        }
    }

    /** Runs a plan to its end. */
    public static Run run(Plan plan) {
        World world = start(plan);
        return goOn(plan, List.of(firstFrame(world)), List.of(world));
    }

    /**
     * Another story: the same up to a frame, then a touch, then what follows from it.
     *
     * @param frameIndex the last frame to keep
     * @param atNanos when the touch happens; see {@link #apply(World, long, Touch)}
     * @return null if the touch does nothing
     */
    public static @Nullable Run fork(Run run, int frameIndex, long atNanos, Touch touch) {
        Step step = apply(run.worlds().get(frameIndex), atNanos, touch);
        if (step == null) {
            return null;
        }
        List<Frame> frames = new ArrayList<>(run.timeline().frames().subList(0, frameIndex + 1));
        List<World> worlds = new ArrayList<>(run.worlds().subList(0, frameIndex + 1));
        frames.add(step.frame());
        worlds.add(step.world());
        return goOn(run.plan(), frames, worlds);
    }

    private static Run goOn(Plan plan, List<Frame> frames, List<World> worlds) {
        List<Frame> allFrames = new ArrayList<>(frames);
        List<World> allWorlds = new ArrayList<>(worlds);
        for (Step step = step(allWorlds.getLast());
                step != null;
                step = step(allWorlds.getLast())) {
            allFrames.add(step.frame());
            allWorlds.add(step.world());
        }
        Timeline timeline = new Timeline(plan.a().info(), plan.b().info(), allFrames);
        return new Run(plan, timeline, allWorlds);
    }
}
