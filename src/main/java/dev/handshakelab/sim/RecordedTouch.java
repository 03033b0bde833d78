package dev.handshakelab.sim;

/**
 * What somebody did to a run, so exactly that it can be done again.
 *
 * @param afterStep the step after which it happened, from 0 on; {@link #ANY_STEP}: after everything
 *     else that happens at its time
 * @param atNanos when, virtual time; {@link #SAME_TIME}: at the time of that step
 * @param touch what
 */
public record RecordedTouch(int afterStep, long atNanos, Touch touch) {
    /** Stands for the last step of a time. */
    public static final int ANY_STEP = -1;

    /** Stands for the time of a step. */
    public static final long SAME_TIME = -1;

    public RecordedTouch {
        if (afterStep < ANY_STEP
                || atNanos < SAME_TIME
                || (afterStep == ANY_STEP && atNanos == SAME_TIME)) {
            throw new IllegalArgumentException(
                    "after step " + afterStep + " at " + atNanos + " ns");
        }
    }

    /** A touch at a time, after everything else that happens then. */
    public static RecordedTouch at(long atNanos, Touch touch) {
        return new RecordedTouch(ANY_STEP, atNanos, touch);
    }

    /** A touch right after a step. */
    public static RecordedTouch afterStep(int step, Touch touch) {
        return new RecordedTouch(step, SAME_TIME, touch);
    }
}
