package dev.handshakelab.playback;

import dev.handshakelab.timeline.Timeline;

/** How fast a story is told: when each frame comes up if it is played at normal speed. */
public interface Pace {
    /**
     * How long after the beginning a frame comes up, in milliseconds of telling; never less than
     * for the frame before.
     *
     * @param frameIndex 0 to the last index of the timeline
     */
    double millisAt(int frameIndex);

    /**
     * A pace for eyes: every step gets time to be seen, idle time is squeezed, so that 10 ms of
     * delay and a minute of silence fit one lesson.
     */
    static Pace squeezed(Timeline timeline) {
        double[] millis = new double[timeline.frames().size()];
        for (int i = 1; i < millis.length; i++) {
            long gapNanos = timeline.atNanos(i) - timeline.atNanos(i - 1);
            millis[i] = millis[i - 1] + squeezedMillis(gapNanos);
        }
        return frameIndex -> millis[frameIndex];
    }

    /**
     * A second for 10 ms, and a third of a second more for each time as long; a third for what
     * happens at once.
     */
    private static double squeezedMillis(long gapNanos) {
        double shortest = 350;
        if (gapNanos == 0) {
            return shortest;
        }
        double tens = Math.log10(gapNanos / 1e7);
        return Math.clamp(1000 + 333 * tens, shortest, 3000);
    }
}
