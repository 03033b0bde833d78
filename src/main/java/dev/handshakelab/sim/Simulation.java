package dev.handshakelab.sim;

import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import java.util.List;
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
     * @return null if the touch does nothing; {@link Refusal#of} says why
     * @throws IllegalArgumentException if the time is not within these limits
     */
    public static @Nullable Step apply(World world, long atNanos, Touch touch) {
        World present = quietUntil(world, atNanos);
        if (!isBeforeNext(present, atNanos)) {
            throw new IllegalArgumentException(
                    atNanos + " ns is not between " + world.nowNanos() + " ns and the next step");
        }
        World touched =
                touch instanceof Touch.Hurry(int index)
                        ? Scripts.withStepTaken(present, index, atNanos)
                        : present;
        if (touched == null) {
            return null;
        }
        Turn turn = new Turn(touched, atNanos);
        Touches.perform(turn, world.plan(), touch);
        if (!turn.hasFacts()) {
            return null;
        }
        Step step = turn.end(touched.script());
        Plan plan = world.plan();
        return new Step(step.world().extended(plan.untilNanos(), plan.maxSteps()), step.frame());
    }

    /** Whether a world can be touched at a time: see {@link #apply(World, long, Touch)}. */
    public static boolean canTouchAt(World world, long atNanos) {
        return isBeforeNext(quietUntil(world, atNanos), atNanos);
    }

    private static boolean isBeforeNext(World world, long atNanos) {
        Agenda.Entry next = Agenda.next(world);
        return atNanos >= world.nowNanos() && (next == null || atNanos <= next.atNanos());
    }

    /** The same world without the script steps before a time that would change nothing. */
    private static World quietUntil(World world, long atNanos) {
        World current = world;
        while (Agenda.next(current) instanceof Agenda.Entry.ScriptDue entry
                && entry.atNanos() < atNanos) {
            World taken = Scripts.withStepTaken(current, entry.due(), entry.atNanos());
            Turn turn = new Turn(taken, entry.atNanos());
            perform(turn, taken, entry);
            if (turn.hasFacts()) {
                return current;
            }
            current = taken;
        }
        return current;
    }

    /** Runs a plan to its end. */
    public static Run run(Plan plan) {
        return new Recorder(plan).toTheEnd().run();
    }

    /**
     * Another story: the same up to a frame, then a touch, then what follows from it.
     *
     * @param frameIndex the last frame to keep
     * @param atNanos when the touch happens; see {@link #apply(World, long, Touch)}
     * @return null if the touch does nothing
     */
    public static @Nullable Run fork(Run run, int frameIndex, long atNanos, Touch touch) {
        Step step = apply(run.worldAt(frameIndex), atNanos, touch);
        if (step == null) {
            return null;
        }
        Recorder recorder = new Recorder(run, frameIndex);
        recorder.addTouched(step);
        return recorder.toTheEnd().run();
    }

    /**
     * The same plan with the same touches again; see {@link Replay#of}. The touches of a run that
     * was made by {@link #fork} give the identical run.
     */
    public static Run replay(Plan plan, List<RecordedTouch> touches) {
        return Replay.of(plan, touches).run();
    }
}
