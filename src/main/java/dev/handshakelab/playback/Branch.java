package dev.handshakelab.playback;

import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One course of events. A touch in the past leaves the branch it was made on as it is and begins
 * another.
 *
 * @param number 1 for the story as it was written, then counted up; never used twice
 * @param name what the learner calls it; empty: nothing yet
 * @param run what happened
 * @param parent the number of the branch it left; 0 for the first
 * @param forkedAtFrame the last frame that it shares with its parent; 0 for the first
 * @param touches everything that was done since the plan, in order: replaying it gives this run
 * @param watchedFrame the last frame that somebody has seen
 */
public record Branch(
        int number,
        String name,
        Run run,
        int parent,
        int forkedAtFrame,
        List<RecordedTouch> touches,
        int watchedFrame) {
    public Branch {
        touches = List.copyOf(touches);
    }

    /** A story before anybody watches it. */
    static Branch first(Run run, List<RecordedTouch> touches) {
        return new Branch(1, "", run, 0, 0, touches, 0);
    }

    /**
     * The branch that a touch begins.
     *
     * @return null if the touch changes nothing
     */
    @Nullable Branch forked(int atFrame, long atNanos, Touch touch, int newNumber) {
        Run child = Simulation.fork(run, atFrame, atNanos, touch);
        return child == null
                ? null
                : new Branch(
                        newNumber,
                        "",
                        child,
                        number,
                        atFrame,
                        touchesWith(new RecordedTouch(atFrame, atNanos, touch)),
                        atFrame + 1);
    }

    /**
     * The same branch, going on differently.
     *
     * @return null if the touch changes nothing
     */
    @Nullable Branch continued(int atFrame, long atNanos, Touch touch) {
        Branch child = forked(atFrame, atNanos, touch, number);
        return child == null
                ? null
                : new Branch(
                        number,
                        name,
                        child.run,
                        parent,
                        forkedAtFrame,
                        child.touches,
                        child.watchedFrame);
    }

    /** What was done up to a frame, and one touch more; what was done later falls away. */
    private List<RecordedTouch> touchesWith(RecordedTouch added) {
        List<RecordedTouch> all = new ArrayList<>();
        for (RecordedTouch one : touches) {
            if (one.afterStep() < added.afterStep()) {
                all.add(one);
            }
        }
        all.add(added);
        return all;
    }

    /** The world after a frame. */
    public World worldAt(int frame) {
        return run.worldAt(frame);
    }

    /** Whether somebody has touched it since the plan. */
    public boolean isTouched() {
        return !touches.isEmpty();
    }

    Branch renamed(String newName) {
        return new Branch(number, newName, run, parent, forkedAtFrame, touches, watchedFrame);
    }

    Branch watched(int frame) {
        return frame <= watchedFrame
                ? this
                : new Branch(number, name, run, parent, forkedAtFrame, touches, frame);
    }

    Branch under(int newParent, int newFork) {
        return new Branch(number, name, run, newParent, newFork, touches, watchedFrame);
    }

    /** Two are the same branch, at the same stage, if nobody has touched one meanwhile. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Branch that
                && number == that.number
                && run == that.run
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return number;
    }
}
