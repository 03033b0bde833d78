package dev.handshakelab.playback;

import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The courses of a story: the scenario's own, and those that begin where somebody interfered. All are kept. */
public final class Branches {
    private final Player player;
    private final ObservableList<Branch> all = FXCollections.observableArrayList();
    private final ObservableList<Branch> readOnly = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyObjectWrapper<Branch> current;

    /** The first course of a story; the player goes to its beginning. */
    public Branches(Run run, Player player) {
        this.player = player;
        Branch first = new Branch(1, null, -1, run);
        all.add(first);
        current = new ReadOnlyObjectWrapper<>(this, "current", first);
        player.setTimeline(run.timeline());
    }

    /** All courses, in the order in which they were made; not for changing. */
    public ObservableList<Branch> all() {
        return readOnly;
    }

    /** The course that is played. */
    public ReadOnlyObjectProperty<Branch> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public Branch getCurrent() {
        return current.get();
    }

    /** {@link #fork(int, long, Touch)} at the frame's own time. */
    public Optional<Branch> fork(int frameIndex, Touch touch) {
        return fork(frameIndex, current.get().run().timeline().frame(frameIndex).atNanos(), touch);
    }

    /**
     * Interferes with the current course: makes a new one that is the same up to a frame, and goes to the
     * frame in which the interference happens. The current course is kept.
     *
     * @param frameIndex the last frame to keep
     * @param atNanos when, in virtual time; see {@link Simulation#fork}
     * @return empty if the touch does nothing
     */
    public Optional<Branch> fork(int frameIndex, long atNanos, Touch touch) {
        Branch parent = current.get();
        Run run = Simulation.fork(parent.run(), frameIndex, atNanos, touch);
        if (run == null) {
            return Optional.empty();
        }
        Branch branch = new Branch(all.size() + 1, parent, frameIndex, run);
        all.add(branch);
        current.set(branch);
        player.switchTo(run.timeline(), frameIndex + 1);
        return Optional.of(branch);
    }

    /**
     * Goes over to another course: to the same frame, or to the last one that both have in common with
     * each other if they differ there.
     *
     * @throws IllegalArgumentException if the course is none of {@link #all()}
     */
    public void select(Branch branch) {
        if (!all.contains(branch)) {
            throw new IllegalArgumentException("branch " + branch.number());
        }
        int index = Math.min(player.getFrameIndex(), lastCommonFrame(current.get(), branch));
        current.set(branch);
        player.switchTo(branch.run().timeline(), index);
    }

    /** The last frame up to which two courses are the same. */
    static int lastCommonFrame(Branch one, Branch other) {
        var oneFrames = one.run().timeline().frames();
        var otherFrames = other.run().timeline().frames();
        int limit = Math.min(oneFrames.size(), otherFrames.size());
        int index = 1;
        while (index < limit && oneFrames.get(index).equals(otherFrames.get(index))) {
            index++;
        }
        return index - 1;
    }
}
