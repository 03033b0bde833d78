package dev.handshakelab.playback;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Where a telling stands: frame, virtual time and time of the telling always go together. */
final class Playhead {
    final ReadOnlyIntegerWrapper frameIndex = new ReadOnlyIntegerWrapper();
    final ReadOnlyDoubleWrapper nanos = new ReadOnlyDoubleWrapper();
    final ReadOnlyDoubleWrapper storyMillis = new ReadOnlyDoubleWrapper();
    final ReadOnlyDoubleWrapper totalMillis = new ReadOnlyDoubleWrapper();
    final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);

    /** Goes to a frame; beyond the ends: to the first one or to {@code reach}. */
    void toFrame(Telling telling, int index, int reach) {
        int inside = Math.clamp(index, 0, reach);
        measure(telling, inside);
        place(telling, inside, telling.timeline().atNanos(inside));
    }

    /** Goes to a moment of virtual time, at most to the end of the frame {@code reach}. */
    void toTime(Telling telling, long wantedNanos, int reach) {
        double inside = telling.inside(wantedNanos);
        int index = telling.timeline().indexAt(wantedNanos);
        if (index > reach) {
            toStory(telling, telling.millisAt(reach + 1), reach);
        } else {
            storyMillis.set(telling.millisAt(index, inside));
            place(telling, index, inside);
        }
    }

    /** Goes to a moment of the telling, at most to the end of the frame {@code reach}. */
    void toStory(Telling telling, double millis, int reach) {
        int last = telling.timeline().lastIndex();
        double end = reach < last ? telling.millisAt(reach + 1) : totalMillis.get();
        double inside = Math.clamp(millis, 0, end);
        int index = Math.min(telling.frameAt(inside), reach);
        storyMillis.set(inside);
        place(telling, index, telling.nanosAt(index, inside));
    }

    /** Finds out how long the telling is, and puts the time of the telling on a frame. */
    void measure(Telling telling, int index) {
        totalMillis.set(telling.millisAt(telling.timeline().lastIndex()));
        storyMillis.set(telling.millisAt(index));
    }

    private void place(Telling telling, int index, double newNanos) {
        nanos.set(newNanos);
        frameIndex.set(index);
        atEnd.set(index == telling.timeline().lastIndex());
    }
}
