package dev.handshakelab.sim.twins;

import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Step;
import dev.handshakelab.sim.World;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Runs a plan to its end while somebody touches it at given times. */
final class TouchedRun {
    private final List<Frame> frames = new ArrayList<>();
    private final List<World> worlds = new ArrayList<>();
    private World world;

    private TouchedRun(Plan plan) {
        world = Simulation.start(plan);
        frames.add(Simulation.firstFrame(world));
        worlds.add(world);
    }

    /**
     * Runs a plan.
     *
     * @param touches in the order of time; one that does nothing, because its segment is gone, say,
     *     is passed over
     */
    static Run run(Plan plan, List<TimedTouch> touches) {
        TouchedRun run = new TouchedRun(plan);
        touches.forEach(run::touch);
        run.goOn(Long.MAX_VALUE);
        return new Run(
                plan, new Timeline(plan.a().info(), plan.b().info(), run.frames), run.worlds);
    }

    private void touch(TimedTouch timed) {
        goOn(timed.atNanos());
        if (world.steps() < world.maxSteps()) {
            long atNanos = Math.max(timed.atNanos(), world.nowNanos());
            add(Simulation.apply(world, atNanos, timed.touch()));
        }
    }

    private void goOn(long untilNanos) {
        for (OptionalLong next = Simulation.nextAtNanos(world);
                next.isPresent() && next.getAsLong() <= untilNanos;
                next = Simulation.nextAtNanos(world)) {
            Step step = Simulation.step(world);
            if (step == null) {
                return;
            }
            add(step);
        }
    }

    private void add(@Nullable Step step) {
        if (step != null) {
            world = step.world();
            frames.add(step.frame());
            worlds.add(world);
        }
    }
}
