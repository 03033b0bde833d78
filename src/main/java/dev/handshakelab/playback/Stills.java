package dev.handshakelab.playback;

import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** The moments of a telling at a fixed rate, for an animation. */
public final class Stills {
    /** Ten stills a second. */
    public static final double INTERVAL_MILLIS = 100;

    private Stills() {}

    /**
     * A moment.
     *
     * @param frame the last frame that has happened
     * @param nanos virtual time, at or after that frame
     */
    public record Still(int frame, double nanos) {}

    /** All moments from the beginning to the end. */
    public static List<Still> of(Timeline timeline, Pace pace) {
        Telling telling = new Telling(timeline, pace);
        double end = telling.millisAt(timeline.lastIndex());
        List<Still> stills = new ArrayList<>();
        for (int i = 0; i * INTERVAL_MILLIS < end; i++) {
            double millis = i * INTERVAL_MILLIS;
            int frame = telling.frameAt(millis);
            stills.add(new Still(frame, telling.nanosAt(frame, millis)));
        }
        stills.add(new Still(timeline.lastIndex(), timeline.endNanos()));
        return stills;
    }
}
