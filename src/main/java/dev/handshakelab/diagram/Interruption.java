package dev.handshakelab.diagram;

import java.util.concurrent.CancellationException;

/** Lets the layout of a long story be given up. */
final class Interruption {
    private static final int OFTEN = 4096;

    private Interruption() {}

    /**
     * Called for each of many things; looks only now and then.
     *
     * @throws CancellationException if the thread was interrupted
     */
    static void check(int place) {
        if (place % OFTEN == 0 && Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }
}
