package dev.handshakelab.view.touch;

import dev.handshakelab.sim.Touch;

/** Touches the story that is shown. */
@FunctionalInterface
public interface Toucher {
    /**
     * Touches the world of a frame. What follows from it is shown, at once or soon; if nothing
     * does, the user is told.
     */
    void touch(int atFrame, Touch touch);
}
