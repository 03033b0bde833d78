package dev.handshakelab.playback;

import dev.handshakelab.timeline.Timeline;
import java.util.Arrays;

/** A pace that is steady from each frame to the next. */
final class FramePace implements Pace {
    private static final double SHORTEST_SECONDS = 0.6;
    private static final double LONGEST_SECONDS = 3;
    private static final double SECONDS_PER_DOUBLING = 0.35;
    private static final double FIRST_DOUBLING_NANOS = 10_000_000;

    private final Timeline timeline;
    private final double[] story;

    FramePace(Timeline timeline, double[] story) {
        for (int i = 1; i < story.length; i++) {
            if (!(story[i] > story[i - 1])) {
                throw new IllegalArgumentException("frame " + i + " does not follow frame " + (i - 1));
            }
        }
        this.timeline = timeline;
        this.story = story.clone();
    }

    static double secondsFor(long gapNanos) {
        double doublings = Math.log(1 + gapNanos / FIRST_DOUBLING_NANOS) / Math.log(2);
        return Math.min(LONGEST_SECONDS, SHORTEST_SECONDS + SECONDS_PER_DOUBLING * doublings);
    }

    @Override
    public double storyOfFrame(int index) {
        return story[index];
    }

    @Override
    public int frameAt(double storySeconds) {
        int found = Arrays.binarySearch(story, storySeconds);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    @Override
    public double virtualAt(double storySeconds) {
        int from = frameAt(storySeconds);
        double fromNanos = timeline.frame(from).atNanos();
        if (from == story.length - 1 || storySeconds <= story[0]) {
            return fromNanos;
        }
        double share = (storySeconds - story[from]) / (story[from + 1] - story[from]);
        return fromNanos + share * (timeline.frame(from + 1).atNanos() - fromNanos);
    }

    @Override
    public double storyAt(double virtualNanos) {
        if (virtualNanos < timeline.frame(0).atNanos()) {
            return story[0];
        }
        int from = timeline.indexAt((long) virtualNanos);
        if (from == story.length - 1) {
            return story[from];
        }
        double fromNanos = timeline.frame(from).atNanos();
        double gapNanos = timeline.frame(from + 1).atNanos() - fromNanos;
        return story[from] + (virtualNanos - fromNanos) / gapNanos * (story[from + 1] - story[from]);
    }

    @Override
    public double endSeconds() {
        return story[story.length - 1];
    }
}
