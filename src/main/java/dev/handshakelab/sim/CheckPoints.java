package dev.handshakelab.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * Some steps of a run, in order, from which those between can be made again: the first, every
 * {@link #SPACING}th, the last, and all that somebody's touch caused.
 */
final class CheckPoints {
    /** Replaying so many steps takes no time to speak of. */
    static final int SPACING = 64;

    private final List<Step> steps;

    CheckPoints(List<Step> steps) {
        this.steps = List.copyOf(steps);
        if (steps.isEmpty() || index(steps.getFirst()) != 0) {
            throw new IllegalArgumentException("no first step");
        }
    }

    private static int index(Step step) {
        return step.world().steps();
    }

    int size() {
        return steps.size();
    }

    Step last() {
        return steps.getLast();
    }

    /** Those up to a frame, that one included. */
    List<Step> upTo(int frameIndex) {
        return new ArrayList<>(steps.subList(0, placeBefore(frameIndex) + 1));
    }

    /** The last check point that is not after a frame. */
    Step before(int frameIndex) {
        return steps.get(placeBefore(frameIndex));
    }

    /** The step after another one. */
    Step next(Step step) {
        int frameIndex = index(step) + 1;
        Step kept = before(frameIndex);
        if (index(kept) == frameIndex) {
            return kept;
        }
        Step next = Simulation.step(step.world());
        if (next == null) {
            throw new IllegalStateException("nothing comes after frame " + (frameIndex - 1));
        }
        return next;
    }

    /** The step that led to a frame. */
    Step at(int frameIndex) {
        Step step = before(frameIndex);
        while (index(step) < frameIndex) {
            step = next(step);
        }
        return step;
    }

    private int placeBefore(int frameIndex) {
        int low = 0;
        int high = steps.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (index(steps.get(middle)) <= frameIndex) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
