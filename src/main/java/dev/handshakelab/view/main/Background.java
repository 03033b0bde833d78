package dev.handshakelab.view.main;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs what may last away from the window, and brings the result back. */
public interface Background {
    /**
     * Runs some work.
     *
     * @param work what may last; it is interrupted when the job is cancelled
     * @param done gets the result, where the window may be changed
     * @param failed gets what the work threw, likewise
     * @return the running job; neither {@code done} nor {@code failed} is called once it is
     *     cancelled
     */
    <T> Job run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed);

    /**
     * Runs some work that says how far it is.
     *
     * @param watching is told so, where the window may be changed
     */
    default <T> Job run(
            Work<T> work,
            Consumer<Progress> watching,
            Consumer<? super T> done,
            Consumer<? super Throwable> failed) {
        return run(() -> work.call(_ -> !Thread.currentThread().isInterrupted()), done, failed);
    }

    /**
     * How far some work is.
     *
     * @param fraction 0 to 1; negative: nobody knows
     * @param packets how many packets of a capture were read
     */
    record Progress(double fraction, long packets) {
        /** Nobody knows. */
        static final Progress UNKNOWN = new Progress(-1, 0);
    }

    /** Work that says how far it is. */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does the work.
         *
         * @param report takes how far it is; false: nobody wants the result any more
         */
        T call(Predicate<Progress> report) throws Exception;
    }

    /** Work under way. */
    interface Job {
        /** Stops caring about the work. */
        void cancel();
    }
}
