package dev.handshakelab.playback;

import dev.handshakelab.timeline.Timeline;
import java.util.function.IntToDoubleFunction;

/**
 * How fast a story is told: maps virtual time to story time and back. Story time is what passes on the
 * watch of somebody who looks on at speed 1, in seconds from the beginning of the story. Every frame has
 * a story time of its own, also where several happen at the same virtual time.
 */
public interface Pace {
    /** The story time at which a frame is reached; grows with the index. */
    double storyOfFrame(int index);

    /** The last frame that has been reached at a story time. */
    int frameAt(double storySeconds);

    /** The virtual time, in nanoseconds, at a story time. */
    double virtualAt(double storySeconds);

    /** The story time at which a virtual time, in nanoseconds, is reached for good. */
    double storyAt(double virtualNanos);

    /** When the last frame is reached. */
    double endSeconds();

    /**
     * Idle time is squeezed: a frame follows the one before it after 0.6 s at least and 3 s at most, and
     * how long in between grows with the logarithm of the virtual time that passes.
     */
    static Pace squeezed(Timeline timeline) {
        double[] story = new double[timeline.frames().size()];
        for (int i = 1; i < story.length; i++) {
            long gapNanos = timeline.frame(i).atNanos() - timeline.frame(i - 1).atNanos();
            story[i] = story[i - 1] + FramePace.secondsFor(gapNanos);
        }
        return new FramePace(timeline, story);
    }

    /**
     * The playhead moves along a picture.
     *
     * @param position where each frame stands in the picture, growing from frame to frame
     * @param unitsPerSecond how far the playhead moves in one second of story time, more than 0
     * @throws IllegalArgumentException if the positions do not grow or the speed is not more than 0
     */
    static Pace along(Timeline timeline, IntToDoubleFunction position, double unitsPerSecond) {
        if (!(unitsPerSecond > 0)) {
            throw new IllegalArgumentException("units per second: " + unitsPerSecond);
        }
        double[] story = new double[timeline.frames().size()];
        for (int i = 1; i < story.length; i++) {
            story[i] =
                    (position.applyAsDouble(i) - position.applyAsDouble(0)) / unitsPerSecond;
        }
        return new FramePace(timeline, story);
    }
}
