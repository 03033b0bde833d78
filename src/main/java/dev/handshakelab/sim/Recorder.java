package dev.handshakelab.sim;

import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down a run while it happens: every frame, and now and then a world as a check point, from
 * which the worlds after it can be made again.
 */
public final class Recorder {
    /** A check point every so many frames: replaying that many steps takes no time to speak of. */
    static final int SPACING = 64;

    private final Plan plan;
    private final List<Frame> frames = new ArrayList<>();
    private final List<World> checkPoints = new ArrayList<>();
    private World world;

    /** Begins before anything has happened. */
    public Recorder(Plan plan) {
        this.plan = plan;
        world = Simulation.start(plan);
        frames.add(Simulation.firstFrame(world));
        checkPoints.add(world);
    }

    /** Begins with what a run holds up to a frame, that one included. */
    Recorder(Run run, int frameIndex) {
        plan = run.plan();
        world = run.worldAt(frameIndex);
        frames.addAll(run.timeline().frames().subList(0, frameIndex + 1));
        for (World checkPoint : run.checkPoints()) {
            if (checkPoint.steps() <= frameIndex) {
                checkPoints.add(checkPoint);
            }
        }
    }

    /** The world after the last step. */
    public World world() {
        return world;
    }

    /** Adds a step that the world made by itself. */
    public void add(Step step) {
        frames.add(step.frame());
        world = step.world();
        if (world.steps() % SPACING == 0) {
            checkPoints.add(world);
        }
    }

    /** Adds a step that somebody caused; it cannot be made again, so its world is kept. */
    public void addTouched(Step step) {
        frames.add(step.frame());
        world = step.world();
        checkPoints.add(world);
    }

    /** Lets the world go on by itself until nothing happens any more. */
    public Recorder toTheEnd() {
        for (Step step = Simulation.step(world); step != null; step = Simulation.step(world)) {
            add(step);
        }
        return this;
    }

    /** The run so far. */
    public Run run() {
        List<World> all = new ArrayList<>(checkPoints);
        if (all.getLast().steps() < world.steps()) {
            all.add(world);
        }
        Timeline timeline = new Timeline(plan.a().info(), plan.b().info(), frames);
        return new Run(plan, timeline, all);
    }
}
