package dev.handshakelab.playback;

import dev.handshakelab.scenario.Course;
import dev.handshakelab.scenario.Courses;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Replay;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All branches of one plan, and which of them is shown; immutable.
 *
 * @param branches in the order of their beginning; at least one
 * @param shownNumber the number of the one that is shown
 * @param nextNumber the number of the next one
 */
public record BranchTree(List<Branch> branches, int shownNumber, int nextNumber) {
    public BranchTree {
        branches = List.copyOf(branches);
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("no branch");
        }
    }

    /** A story, perhaps touched. */
    public static BranchTree of(Run run, List<RecordedTouch> touches) {
        return new BranchTree(List.of(Branch.first(run, touches)), 1, 2);
    }

    /**
     * Plays a plan through, once for each course that it was given; may last.
     *
     * @param courses none: nobody has touched it
     */
    public static BranchTree of(Plan plan, Courses courses) {
        if (courses.all().isEmpty()) {
            return of(Simulation.run(plan), List.of());
        }
        List<Branch> branches = new ArrayList<>();
        int next = 1;
        for (Course course : courses.all()) {
            Replay replay = Replay.of(plan, course.touches());
            Branch parent =
                    branches.stream()
                            .filter(branch -> branch.number() == course.parent())
                            .findFirst()
                            .orElse(null);
            branches.add(
                    new Branch(
                            course.number(),
                            course.name(),
                            replay.run(),
                            parent == null ? 0 : parent.number(),
                            parent == null ? 0 : lastShared(parent, replay),
                            replay.touches(),
                            // Somebody made it, so nothing of it is to be lost.
                            replay.run().timeline().lastIndex()));
            next = Math.max(next, course.number() + 1);
        }
        return new BranchTree(branches, courses.shown(), next);
    }

    /** The last frame before the touches differ. */
    private static int lastShared(Branch parent, Replay child) {
        List<RecordedTouch> ours = child.touches();
        List<RecordedTouch> theirs = parent.touches();
        int same = 0;
        while (same < ours.size()
                && same < theirs.size()
                && ours.get(same).equals(theirs.get(same))) {
            same++;
        }
        int last =
                Math.min(parent.run().timeline().lastIndex(), child.run().timeline().lastIndex());
        int ourNext = same < ours.size() ? ours.get(same).afterStep() : last;
        int theirNext = same < theirs.size() ? theirs.get(same).afterStep() : last;
        return Math.min(last, Math.min(ourNext, theirNext));
    }

    /** What was done in each branch; none if nobody has done anything. */
    public Courses courses() {
        Branch only = branches.getFirst();
        if (branches.size() == 1 && !only.isTouched() && only.name().isEmpty()) {
            return Courses.NONE;
        }
        return new Courses(
                branches.stream()
                        .map(one ->
                                new Course(one.number(), one.name(), one.parent(), one.touches()))
                        .toList(),
                shown().number());
    }

    /** The branch that is shown. */
    public Branch shown() {
        return find(shownNumber).orElse(branches.getFirst());
    }

    /** The branch with a number. */
    public Optional<Branch> find(int number) {
        return branches.stream().filter(branch -> branch.number() == number).findFirst();
    }

    /** The branch that another left. */
    public Optional<Branch> parentOf(Branch branch) {
        return find(branch.parent());
    }

    BranchTree showing(int number) {
        return new BranchTree(branches, number, nextNumber);
    }

    /** The shown branch was watched up to a frame. */
    BranchTree watched(int frame) {
        return with(shown().watched(frame));
    }

    /**
     * What comes of touching the shown branch. Where nobody has watched the future yet, the branch
     * goes on differently; otherwise it stays and another one begins. The story as it was written
     * stays too, unless nothing is written in it.
     *
     * @param atFrame the last frame before the touch
     * @param atNanos when, from the time of that frame up to the time of the next
     * @return null if the touch changes nothing
     */
    @Nullable BranchTree touched(int atFrame, long atNanos, Touch touch) {
        Branch present = shown();
        boolean own = present.isTouched() || present.run().plan().script().isEmpty();
        if (own && atFrame >= present.watchedFrame()) {
            Branch longer = present.continued(atFrame, atNanos, touch);
            return longer == null ? null : with(longer);
        }
        Branch child = present.forked(atFrame, atNanos, touch, nextNumber);
        if (child == null) {
            return null;
        }
        List<Branch> more = new ArrayList<>(branches);
        more.add(child);
        return new BranchTree(more, child.number(), nextNumber + 1);
    }

    BranchTree renamed(int number, String name) {
        return find(number).map(branch -> with(branch.renamed(name))).orElse(this);
    }

    /**
     * The same without a branch; those that left it count as having left its parent. The last one
     * stays.
     */
    BranchTree without(int number) {
        Branch gone = find(number).orElse(null);
        if (gone == null || branches.size() == 1) {
            return this;
        }
        List<Branch> left = new ArrayList<>();
        for (Branch branch : branches) {
            if (branch.parent() == number) {
                int fork = Math.min(branch.forkedAtFrame(), gone.forkedAtFrame());
                left.add(branch.under(gone.parent(), fork));
            } else if (branch.number() != number) {
                left.add(branch);
            }
        }
        int index = Math.max(0, branches.indexOf(gone) - 1);
        int next = find(gone.parent()).orElse(left.get(Math.min(index, left.size() - 1))).number();
        return new BranchTree(left, shownNumber == number ? next : shownNumber, nextNumber);
    }

    private BranchTree with(Branch changed) {
        List<Branch> all = new ArrayList<>(branches);
        all.replaceAll(each -> each.number() == changed.number() ? changed : each);
        return new BranchTree(all, shownNumber, nextNumber);
    }
}
