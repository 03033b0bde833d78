package dev.handshakelab.sim;

import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A simulation that has been run. It keeps few worlds and makes those between them again when they
 * are asked for: the same step from the same world gives the same world.
 *
 * @param plan what it started from
 * @param timeline what happened
 * @param checkPoints worlds of some frames, in order: those of the first and the last frame, and of
 *     every frame that was not made by {@link Simulation#step} from the one before
 */
public record Run(Plan plan, Timeline timeline, List<World> checkPoints) {
    public Run {
        checkPoints = List.copyOf(checkPoints);
        if (checkPoints.isEmpty()
                || checkPoints.getFirst().steps() != 0
                || checkPoints.getLast().steps() != timeline.lastIndex()) {
            throw new IllegalArgumentException("first or last world missing");
        }
    }

    /** The world at the end. */
    public World last() {
        return checkPoints.getLast();
    }

    /**
     * The world after a frame.
     *
     * @param frameIndex 0 to the last index of the timeline
     */
    public World worldAt(int frameIndex) {
        if (frameIndex < 0 || frameIndex > timeline.lastIndex()) {
            throw new IndexOutOfBoundsException(frameIndex);
        }
        World world = checkPoints.get(checkPointAt(frameIndex));
        while (world.steps() < frameIndex) {
            world = stepped(world);
        }
        return world;
    }

    /** The worlds of all frames in order, made one after the other. */
    public Stream<World> worlds() {
        UnaryOperator<World> next =
                world -> {
                    World kept = checkPoints.get(checkPointAt(world.steps() + 1));
                    return kept.steps() > world.steps() ? kept : stepped(world);
                };
        return Stream.iterate(checkPoints.getFirst(), next).limit(timeline.frames().size());
    }

    private static World stepped(World world) {
        Step step = Simulation.step(world);
        if (step == null) {
            throw new IllegalStateException("frame " + world.steps() + " is not the last one");
        }
        return step.world();
    }

    /** The place of the last check point that is not after a frame. */
    private int checkPointAt(int frameIndex) {
        int low = 0;
        int high = checkPoints.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (checkPoints.get(middle).steps() <= frameIndex) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
