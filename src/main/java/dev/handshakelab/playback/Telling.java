package dev.handshakelab.playback;

import dev.handshakelab.timeline.Timeline;

/**
 * A timeline told at a pace: turns moments of the telling into frames and virtual time, and back.
 * Between two frames both run evenly.
 */
record Telling(Timeline timeline, Pace pace) {
    double millisAt(int frameIndex) {
        return pace.millisAt(frameIndex);
    }

    /**
     * The moment of the telling for a virtual time that lies at or after a frame and before the
     * next.
     */
    double millisAt(int frameIndex, double nanos) {
        if (frameIndex == timeline.lastIndex()) {
            return millisAt(frameIndex);
        }
        double from = timeline.atNanos(frameIndex);
        double span = timeline.atNanos(frameIndex + 1) - from;
        double part = span <= 0 ? 0 : (nanos - from) / span;
        return millisAt(frameIndex) + part * (millisAt(frameIndex + 1) - millisAt(frameIndex));
    }

    /** The last frame that has come up at a moment of the telling. */
    int frameAt(double millis) {
        int low = 0;
        int high = timeline.lastIndex();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (millisAt(middle) <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * The virtual time for a moment of the telling that lies at or after a frame and before the
     * next.
     */
    double nanosAt(int frameIndex, double millis) {
        double from = timeline.atNanos(frameIndex);
        if (frameIndex == timeline.lastIndex()) {
            return from;
        }
        double span = millisAt(frameIndex + 1) - millisAt(frameIndex);
        double part = span <= 0 ? 0 : (millis - millisAt(frameIndex)) / span;
        return from + part * (timeline.atNanos(frameIndex + 1) - from);
    }

    /** A virtual time within the bounds of the timeline. */
    double inside(double nanos) {
        return Math.clamp(nanos, timeline.atNanos(0), timeline.endNanos());
    }
}
