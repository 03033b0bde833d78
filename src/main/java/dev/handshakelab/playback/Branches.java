package dev.handshakelab.playback;

import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Touch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The branches of the story that a player shows, and everything that the learner did to them, to be
 * undone and done again. Looking at another branch is not something to undo. Not thread-safe: used
 * by the thread that shows it.
 */
public final class Branches {
    private static final int MOST_UNDO = 200;

    private final Player player;
    private final ReadOnlyObjectWrapper<@Nullable BranchTree> tree =
            new ReadOnlyObjectWrapper<>(this, "tree");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private final Deque<State> past = new ArrayDeque<>();
    private final Deque<State> future = new ArrayDeque<>();
    private int watchedFrame;

    /** Everything as it was at some moment. */
    private record State(BranchTree tree, int frameIndex) {}

    /**
     * A touch, prepared where it may last.
     *
     * @param tree what was touched
     * @param touched what came of it; null if nothing did
     * @param frame the last frame before the touch
     */
    public record Touched(BranchTree tree, @Nullable BranchTree touched, int frame) {}

    public Branches(Player player) {
        this.player = player;
        player.frameIndexProperty()
                .subscribe(index -> watchedFrame = Math.max(watchedFrame, index.intValue()));
    }

    /** Shows another run from its beginning, paused; earlier branches are gone. */
    public void open(Run run, List<RecordedTouch> touches) {
        open(BranchTree.of(run, touches));
    }

    /** Shows other branches from the beginning, paused; earlier ones are gone. */
    public void open(BranchTree opened) {
        past.clear();
        future.clear();
        show(opened, 0);
    }

    /** Nothing that has branches is shown any more. */
    public void close() {
        past.clear();
        future.clear();
        tree.set(null);
        canUndo.set(false);
        canRedo.set(false);
    }

    /**
     * Finds out what comes of a touch; may last, touches nothing here, and may be called by any
     * thread.
     *
     * @param present {@link #present()}
     */
    public static Touched prepare(BranchTree present, int atFrame, long atNanos, Touch touch) {
        return new Touched(present, present.touched(atFrame, atNanos, touch), atFrame);
    }

    /** Shows what came of a touch, right after it; false if it changed nothing. */
    public boolean accept(Touched touched) {
        BranchTree next = touched.touched();
        if (next == null) {
            return false;
        }
        past.push(new State(touched.tree(), touched.frame()));
        if (past.size() > MOST_UNDO) {
            past.removeLast();
        }
        future.clear();
        show(next, touched.frame() + 1);
        return true;
    }

    /**
     * Touches the shown branch; see {@link BranchTree#touched}.
     *
     * @return false if that changes nothing
     * @throws IllegalArgumentException if the time is not between that frame and the next
     */
    public boolean touch(int atFrame, long atNanos, Touch touch) {
        return accept(prepare(present(), atFrame, atNanos, touch));
    }

    /** The branches as they are, with what was watched noted. */
    public BranchTree present() {
        BranchTree present = tree.get();
        if (present == null) {
            throw new IllegalStateException("nothing is open");
        }
        return present.watched(watchedFrame);
    }

    /** Shows a branch at the frame where we are, or at its last one if it is shorter. */
    public void show(Branch branch) {
        show(present().showing(branch.number()), player.getFrameIndex());
    }

    /** Shows the branch so many places behind the shown one; after the last comes the first. */
    public void showNext(int by) {
        if (tree.get() != null) {
            List<Branch> all = present().branches();
            int index = Math.floorMod(all.indexOf(present().shown()) + by, all.size());
            show(all.get(index));
        }
    }

    /** Gives a branch a name; an empty one takes it away. */
    public void rename(Branch branch, String name) {
        change(present().renamed(branch.number(), name.strip()));
    }

    /** Takes a branch away, unless it is the only one. */
    public void delete(Branch branch) {
        change(present().without(branch.number()));
    }

    private void change(BranchTree changed) {
        if (changed.branches().equals(present().branches())) {
            return;
        }
        past.push(new State(present(), player.getFrameIndex()));
        future.clear();
        show(changed, player.getFrameIndex());
    }

    /** Takes back what the learner did last; false if there is nothing. */
    public boolean undo() {
        return move(past, future);
    }

    /** Does again what was taken back last; false if there is nothing. */
    public boolean redo() {
        return move(future, past);
    }

    private boolean move(Deque<State> from, Deque<State> to) {
        if (tree.get() == null) {
            return false;
        }
        State state = from.poll();
        if (state == null) {
            return false;
        }
        to.push(new State(present(), player.getFrameIndex()));
        show(state.tree(), state.frameIndex());
        return true;
    }

    // The same story is the same object; comparing two long ones frame by frame would last.
    @SuppressWarnings("ReferenceEquality")
    private void show(BranchTree shown, int frameIndex) {
        Branch branch = shown.shown();
        // Before the player moves: listeners of the player may ask for the branch.
        tree.set(shown);
        watchedFrame = 0;
        if (player.getTimeline() != branch.run().timeline()) {
            player.show(branch.run().timeline(), frameIndex);
        } else {
            player.pause();
            player.seekFrame(frameIndex);
        }
        watchedFrame = Math.max(branch.watchedFrame(), player.getFrameIndex());
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
    }

    /** All branches and which one is shown; null before anything was opened. */
    public ReadOnlyObjectProperty<@Nullable BranchTree> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /** Whether there is something to take back. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether there is something to do again. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
