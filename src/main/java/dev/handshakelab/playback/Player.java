package dev.handshakelab.playback;

import dev.handshakelab.timeline.Timeline;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where one is in a story, and whether and how fast it goes on. It has no clock: while it plays, somebody
 * has to {@link #tick} it. Without a timeline nothing moves.
 */
public final class Player {
    /** Slowest speed. */
    public static final double MIN_SPEED = 0.1;

    /** Fastest speed. */
    public static final double MAX_SPEED = 10;

    private static final double NANOS_PER_SECOND = 1e9;

    private final ReadOnlyObjectWrapper<@Nullable Timeline> timeline =
            new ReadOnlyObjectWrapper<>(this, "timeline");
    private final ReadOnlyIntegerWrapper frameIndex = new ReadOnlyIntegerWrapper(this, "frameIndex");
    private final ReadOnlyDoubleWrapper playheadNanos =
            new ReadOnlyDoubleWrapper(this, "playheadNanos");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);

    private @Nullable Pace pace;
    private double storySeconds;

    /** The story; null before the first one. */
    public ReadOnlyObjectProperty<@Nullable Timeline> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    public @Nullable Timeline getTimeline() {
        return timeline.get();
    }

    /** The last frame that has happened at the playhead. */
    public ReadOnlyIntegerProperty frameIndexProperty() {
        return frameIndex.getReadOnlyProperty();
    }

    public int getFrameIndex() {
        return frameIndex.get();
    }

    /** The virtual time of the playhead, in nanoseconds. */
    public ReadOnlyDoubleProperty playheadNanosProperty() {
        return playheadNanos.getReadOnlyProperty();
    }

    public double getPlayheadNanos() {
        return playheadNanos.get();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public boolean isPlaying() {
        return playing.get();
    }

    /** How many seconds of story time pass in a second; {@link #tick} keeps it within the limits. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    public double getSpeed() {
        return speed.get();
    }

    /** Sets the speed, or the limit that is nearest to it. */
    public void setSpeed(double value) {
        speed.set(withinLimits(value));
    }

    private static double withinLimits(double value) {
        return Double.isNaN(value) ? 1 : Math.clamp(value, MIN_SPEED, MAX_SPEED);
    }

    /** Begins another story, at its first frame and paused. */
    public void setTimeline(Timeline story) {
        switchTo(story, 0);
    }

    /** Goes over to another story, paused at one of its frames; the nearest if it has no such frame. */
    public void switchTo(Timeline story, int index) {
        pause();
        // Whoever looks at the place while the story changes must find one that is in both.
        frameIndex.set(0);
        playheadNanos.set(story.frame(0).atNanos());
        storySeconds = 0;
        pace = Pace.squeezed(story);
        timeline.set(story);
        seekFrame(index);
    }

    /**
     * Tells the present story at another pace; the place stays.
     *
     * @param newPace made for the timeline of the present story
     */
    public void setPace(Pace newPace) {
        Timeline story = timeline.get();
        if (story == null) {
            return;
        }
        boolean onFrame = playheadNanos.get() == story.frame(frameIndex.get()).atNanos();
        pace = newPace;
        storySeconds =
                onFrame
                        ? newPace.storyOfFrame(frameIndex.get())
                        : newPace.storyAt(playheadNanos.get());
    }

    /** Goes so many frames on, or back if negative, as far as there are some. */
    public void step(int frames) {
        seekFrame(Math.clamp((long) frameIndex.get() + frames, 0, Integer.MAX_VALUE));
    }

    /** Goes to the beginning. */
    public void first() {
        seekFrame(0);
    }

    /** Goes to the last frame. */
    public void last() {
        seekFrame(Integer.MAX_VALUE);
    }

    /** Goes to a frame; the nearest if there is no such frame. */
    public void seekFrame(int index) {
        Timeline story = timeline.get();
        if (story == null) {
            return;
        }
        int nearest = Math.clamp(index, 0, story.lastIndex());
        move(
                Objects.requireNonNull(pace).storyOfFrame(nearest),
                nearest,
                story.frame(nearest).atNanos());
    }

    /** Goes to a virtual time, in nanoseconds; the nearest within the story. */
    public void seekTime(long atNanos) {
        Timeline story = timeline.get();
        if (story == null) {
            return;
        }
        long nearest = Math.clamp(atNanos, story.frame(0).atNanos(), story.endNanos());
        move(
                Objects.requireNonNull(pace).storyAt(nearest),
                story.indexAt(nearest),
                nearest);
    }

    private void move(double newStorySeconds, int newFrame, double newPlayheadNanos) {
        storySeconds = newStorySeconds;
        // First the time: who hears of a new frame finds the playhead there already.
        playheadNanos.set(newPlayheadNanos);
        frameIndex.set(newFrame);
    }

    /** Plays on; at the end of the story from its beginning. */
    public void play() {
        Timeline story = timeline.get();
        if (story == null) {
            return;
        }
        if (frameIndex.get() == story.lastIndex()) {
            first();
        }
        playing.set(story.lastIndex() > 0);
    }

    public void pause() {
        playing.set(false);
    }

    /** Plays if paused, pauses if playing. */
    public void toggle() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    /**
     * Goes on with the story if it plays; pauses at its end.
     *
     * @param realElapsedNanos how much time has passed on a real clock; nothing happens unless it is
     *     more than 0
     */
    public void tick(long realElapsedNanos) {
        Timeline story = timeline.get();
        Pace current = pace;
        if (!playing.get() || story == null || current == null || realElapsedNanos <= 0) {
            return;
        }
        double next =
                storySeconds + realElapsedNanos / NANOS_PER_SECOND * withinLimits(speed.get());
        if (next >= current.endSeconds()) {
            last();
            pause();
        } else {
            move(next, current.frameAt(next), current.virtualAt(next));
        }
    }
}
