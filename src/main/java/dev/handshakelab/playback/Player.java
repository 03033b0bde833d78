package dev.handshakelab.playback;

import dev.handshakelab.timeline.Timeline;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Plays a timeline. Playing and scrubbing are the same thing: the playhead moves, and the frame
 * follows. It owns no clock; somebody calls {@link #tick}. Not thread-safe: used by the thread that
 * shows it.
 */
public final class Player {
    /** Slowest speed. */
    public static final double MIN_SPEED = 0.1;

    /** Fastest speed. */
    public static final double MAX_SPEED = 10;

    /** No frame is kept back. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    private final ReadOnlyObjectWrapper<@Nullable Timeline> timeline =
            new ReadOnlyObjectWrapper<>();
    private final Playhead playhead = new Playhead();
    private final ReadOnlyIntegerWrapper limit = new ReadOnlyIntegerWrapper(NO_LIMIT);
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final ObjectProperty<@Nullable Pace> pace = new SimpleObjectProperty<>();

    public Player() {
        pace.subscribe(this::measure);
        playing.subscribe(plays -> {
            if (plays && playhead.atEnd.get()) {
                playing.set(false);
            }
        });
    }

    /** Shows a timeline from its beginning, paused. */
    public void open(Timeline newTimeline) {
        show(newTimeline, 0);
    }

    /** Shows a timeline at a frame, or at its last one if it is shorter, paused. */
    void show(Timeline shown, int atFrame) {
        playing.set(false);
        // Index 0 exists in every timeline; nobody may see the old index with the new timeline.
        playhead.frameIndex.set(0);
        limit.set(NO_LIMIT);
        timeline.set(shown);
        pace.set(Pace.squeezed(shown));
        // Who limits the new timeline already does so from where it is shown.
        telling().ifPresent(telling -> playhead.toFrame(telling, atFrame, lastIndex()));
    }

    /** Moves by whole frames and pauses. */
    public void step(int frames) {
        pause();
        seekFrame(playhead.frameIndex.get() + frames);
    }

    public void first() {
        step(-playhead.frameIndex.get());
    }

    public void last() {
        step(lastIndex() - playhead.frameIndex.get());
    }

    /** Puts the playhead on a frame; beyond the ends: on the first or last one. */
    public void seekFrame(int index) {
        telling().ifPresent(telling -> playhead.toFrame(telling, index, reach()));
    }

    /** Puts the playhead on a moment of virtual time. */
    public void seekTime(long nanos) {
        telling().ifPresent(telling -> playhead.toTime(telling, nanos, reach()));
    }

    /** Puts the playhead on a moment of the telling, 0 to {@link #totalMillisProperty()}. */
    public void seekStory(double millis) {
        telling().ifPresent(telling -> playhead.toStory(telling, millis, reach()));
    }

    public void play() {
        playing.set(true);
    }

    public void pause() {
        playing.set(false);
    }

    /** Plays or pauses; at the end it plays again from the beginning. */
    public void toggle() {
        if (!playing.get() && playhead.atEnd.get()) {
            seekFrame(0);
        }
        playing.set(!playing.get());
    }

    /**
     * Lets time pass.
     *
     * @param realElapsedNanos real time since the last call
     */
    public void tick(long realElapsedNanos) {
        if (!playing.get()) {
            return;
        }
        double wanted = playhead.storyMillis.get() + realElapsedNanos / 1e6 * speed.get();
        seekStory(wanted);
        if (playhead.atEnd.get() || playhead.storyMillis.get() < wanted) {
            pause();
        }
    }

    /**
     * Keeps back what comes after a frame: the playhead gets no further, and playing stops there.
     * Another timeline ends it.
     *
     * @param lastFrame the last frame that may be shown; {@link #NO_LIMIT}: all may
     */
    public void setLimit(int lastFrame) {
        limit.set(Math.max(0, lastFrame));
        if (playhead.frameIndex.get() > lastFrame) {
            pause();
            seekFrame(lastFrame);
        }
    }

    /** The last frame that may be shown, or {@link #NO_LIMIT}. */
    public ReadOnlyIntegerProperty limitProperty() {
        return limit.getReadOnlyProperty();
    }

    private void measure() {
        telling()
                .ifPresent(
                        telling -> playhead.measure(telling, Math.min(getFrameIndex(), reach())));
    }

    private int reach() {
        return Math.min(lastIndex(), limit.get());
    }

    private int lastIndex() {
        Timeline shown = timeline.get();
        return shown == null ? 0 : shown.lastIndex();
    }

    private Optional<Telling> telling() {
        Timeline shown = timeline.get();
        Pace present = pace.get();
        return shown == null || present == null
                ? Optional.empty()
                : Optional.of(new Telling(shown, present));
    }

    /** What is shown; null before anything was opened. */
    public ReadOnlyObjectProperty<@Nullable Timeline> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    public @Nullable Timeline getTimeline() {
        return timeline.get();
    }

    /** The last frame that has happened. */
    public ReadOnlyIntegerProperty frameIndexProperty() {
        return playhead.frameIndex.getReadOnlyProperty();
    }

    public int getFrameIndex() {
        return playhead.frameIndex.get();
    }

    /** Virtual time of the playhead, nanoseconds. */
    public ReadOnlyDoubleProperty playheadNanosProperty() {
        return playhead.nanos.getReadOnlyProperty();
    }

    public double getPlayheadNanos() {
        return playhead.nanos.get();
    }

    /** How far the telling has come, milliseconds at normal speed. */
    public ReadOnlyDoubleProperty storyMillisProperty() {
        return playhead.storyMillis.getReadOnlyProperty();
    }

    /** How long the telling is, milliseconds at normal speed. */
    public ReadOnlyDoubleProperty totalMillisProperty() {
        return playhead.totalMillis.getReadOnlyProperty();
    }

    /** Whether the last frame is reached. */
    public ReadOnlyBooleanProperty atEndProperty() {
        return playhead.atEnd.getReadOnlyProperty();
    }

    /** Whether time moves the playhead. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    public boolean isPlaying() {
        return playing.get();
    }

    /** Speed, {@link #MIN_SPEED} to {@link #MAX_SPEED}; 1 is normal. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    public double getSpeed() {
        return speed.get();
    }

    /** Sets the speed, limited to its range. */
    public void setSpeed(double newSpeed) {
        speed.set(Math.clamp(newSpeed, MIN_SPEED, MAX_SPEED));
    }

    /** How the story is told; set anew with each timeline. */
    public ObjectProperty<@Nullable Pace> paceProperty() {
        return pace;
    }
}
