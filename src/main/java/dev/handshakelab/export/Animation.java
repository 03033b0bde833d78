package dev.handshakelab.export;

import dev.handshakelab.export.GifWriter.Still;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The stills of a run: the window of a fixed height follows the moment.
 *
 * @param pictures draws the moments
 * @param heightPx height of each still
 * @param moments what to show, in order
 */
public record Animation(StoryPictures pictures, double heightPx, List<Moment> moments) {
    /** How much of the window lies below the moment once it scrolls. */
    private static final double LOOK_AHEAD = 0.35;

    public Animation {
        moments = List.copyOf(moments);
    }

    /**
     * A moment of the run.
     *
     * @param frame the last frame that has happened
     * @param nanos virtual time, at or after that frame
     * @param hundredths how long it is shown, in hundredths of a second
     */
    public record Moment(int frame, double nanos, int hundredths) {
        Moment longer(int more) {
            return new Moment(frame, nanos, hundredths + more);
        }
    }

    /** The stills one after the other; each is drawn when it is asked for. */
    public Iterator<Still> stills() {
        return moments.stream().map(this::still).iterator();
    }

    private Still still(Moment moment) {
        double view = heightPx - pictures.surroundingsPx();
        double y = pictures.layout().axis().yAt(moment.nanos());
        double lowest = Math.max(0, pictures.layout().heightPx() - view);
        double top = Math.clamp(y - view * (1 - LOOK_AHEAD), 0, lowest);
        return new Still(
                pictures.moment(moment.frame(), moment.nanos(), top, heightPx),
                moment.hundredths());
    }

    /** The same moments with equal ones taken together, and the last shown for so much longer. */
    public static List<Moment> withEnd(List<Moment> moments, int endHundredths) {
        List<Moment> merged = new ArrayList<>();
        for (Moment moment : moments) {
            Moment last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.frame() == moment.frame() && last.nanos() == moment.nanos()) {
                merged.removeLast();
                merged.add(last.longer(moment.hundredths()));
            } else {
                merged.add(moment);
            }
        }
        merged.add(merged.removeLast().longer(endHundredths));
        return merged;
    }
}
