package dev.handshakelab.sim;

import dev.handshakelab.timeline.Timeline;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A simulation that has been run. It keeps few worlds and makes those between them again when they
 * are asked for: the same step from the same world gives the same world.
 */
public final class Run {
    private final Plan plan;
    private final Timeline timeline;
    private final CheckPoints checkPoints;

    Run(Plan plan, Timeline timeline, CheckPoints checkPoints) {
        this.plan = plan;
        this.timeline = timeline;
        this.checkPoints = checkPoints;
    }

    /** What it started from. */
    public Plan plan() {
        return plan;
    }

    /** What happened. */
    public Timeline timeline() {
        return timeline;
    }

    CheckPoints checkPoints() {
        return checkPoints;
    }

    /** The world at the end. */
    public World last() {
        return checkPoints.last().world();
    }

    /**
     * The world after a frame.
     *
     * @param frameIndex 0 to the last index of the timeline
     */
    public World worldAt(int frameIndex) {
        return checkPoints.at(Objects.checkIndex(frameIndex, timeline.frames().size())).world();
    }

    /** The worlds of all frames in order, made one after the other. */
    public Stream<World> worlds() {
        return Stream.iterate(checkPoints.before(0), checkPoints::next)
                .limit(timeline.frames().size())
                .map(Step::world);
    }
}
