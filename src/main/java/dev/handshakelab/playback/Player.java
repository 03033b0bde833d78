package dev.handshakelab.playback;

import dev.handshakelab.timeline.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
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

    private final ReadOnlyObjectWrapper<@Nullable Timeline> timeline =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper frameIndex = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper playheadNanos = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper storyMillis = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper totalMillis = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final ObjectProperty<@Nullable Pace> pace = new SimpleObjectProperty<>();

    public Player() {
        pace.subscribe(() -> placeStory(frameIndex.get()));
        playing.subscribe(plays -> {
            if (plays && atEnd.get()) {
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
        frameIndex.set(0);
        timeline.set(shown);
        pace.set(Pace.squeezed(shown));
        seekFrame(atFrame);
    }

    /** Moves by whole frames and pauses. */
    public void step(int frames) {
        pause();
        seekFrame(frameIndex.get() + frames);
    }

    public void first() {
        step(-frameIndex.get());
    }

    public void last() {
        step(lastIndex() - frameIndex.get());
    }

    /** Puts the playhead on a frame; beyond the ends: on the first or last one. */
    public void seekFrame(int index) {
        Timeline shown = timeline.get();
        if (shown == null) {
            return;
        }
        int inside = Math.clamp(index, 0, shown.lastIndex());
        placeStory(inside);
        place(inside, shown.atNanos(inside));
    }

    /** Puts the playhead on a moment of virtual time. */
    public void seekTime(long nanos) {
        Telling telling = telling();
        if (telling == null) {
            return;
        }
        double inside = telling.inside(nanos);
        int index = telling.timeline().indexAt(nanos);
        storyMillis.set(telling.millisAt(index, inside));
        place(index, inside);
    }

    /** Puts the playhead on a moment of the telling, 0 to {@link #totalMillisProperty()}. */
    public void seekStory(double millis) {
        Telling telling = telling();
        if (telling == null) {
            return;
        }
        double inside = Math.clamp(millis, 0, totalMillis.get());
        int index = telling.frameAt(inside);
        storyMillis.set(inside);
        place(index, telling.nanosAt(index, inside));
    }

    public void play() {
        playing.set(true);
    }

    public void pause() {
        playing.set(false);
    }

    /** Plays or pauses; at the end it plays again from the beginning. */
    public void toggle() {
        if (!playing.get() && atEnd.get()) {
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
        seekStory(storyMillis.get() + realElapsedNanos / 1e6 * speed.get());
        if (atEnd.get()) {
            pause();
        }
    }

    private int lastIndex() {
        Timeline shown = timeline.get();
        return shown == null ? 0 : shown.lastIndex();
    }

    private void place(int index, double nanos) {
        playheadNanos.set(nanos);
        frameIndex.set(index);
        atEnd.set(index == lastIndex());
    }

    private void placeStory(int index) {
        totalMillis.set(millisAt(lastIndex()));
        storyMillis.set(millisAt(Math.min(index, lastIndex())));
    }

    private double millisAt(int index) {
        Telling telling = telling();
        return telling == null ? 0 : telling.millisAt(index);
    }

    private @Nullable Telling telling() {
        Timeline shown = timeline.get();
        Pace present = pace.get();
        return shown == null || present == null ? null : new Telling(shown, present);
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
        return frameIndex.getReadOnlyProperty();
    }

    public int getFrameIndex() {
        return frameIndex.get();
    }

    /** Virtual time of the playhead, nanoseconds. */
    public ReadOnlyDoubleProperty playheadNanosProperty() {
        return playheadNanos.getReadOnlyProperty();
    }

    public double getPlayheadNanos() {
        return playheadNanos.get();
    }

    /** How far the telling has come, milliseconds at normal speed. */
    public ReadOnlyDoubleProperty storyMillisProperty() {
        return storyMillis.getReadOnlyProperty();
    }

    /** How long the telling is, milliseconds at normal speed. */
    public ReadOnlyDoubleProperty totalMillisProperty() {
        return totalMillis.getReadOnlyProperty();
    }

    /** Whether the last frame is reached. */
    public ReadOnlyBooleanProperty atEndProperty() {
        return atEnd.getReadOnlyProperty();
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
