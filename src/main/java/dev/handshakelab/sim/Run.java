package dev.handshakelab.sim;

import dev.handshakelab.timeline.Timeline;
import java.util.List;

/**
 * A simulation that has been run.
 *
 * @param plan what it started from
 * @param timeline what happened
 * @param worlds the world after each frame: {@code worlds.get(i)} belongs to {@code
 *     timeline.frame(i)}
 */
public record Run(Plan plan, Timeline timeline, List<World> worlds) {
    public Run {
        worlds = List.copyOf(worlds);
        if (worlds.size() != timeline.frames().size()) {
            throw new IllegalArgumentException(
                    worlds.size() + " worlds, " + timeline.frames().size() + " frames");
        }
    }

    /** The world at the end. */
    public World last() {
        return worlds.getLast();
    }
}
