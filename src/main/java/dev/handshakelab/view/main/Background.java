package dev.handshakelab.view.main;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

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

    /** Work under way. */
    interface Job {
        /** Stops caring about the work. */
        void cancel();
    }
}
