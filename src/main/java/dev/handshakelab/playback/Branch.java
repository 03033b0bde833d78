package dev.handshakelab.playback;

import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import org.jspecify.annotations.Nullable;

/**
 * One course of events. A touch in the past leaves the branch it was made on as it is and begins
 * another.
 *
 * @param number 1 for the story as it was written, then counted up
 * @param run what happened
 * @param parent the branch it left; null for the first
 * @param forkedAtFrame the last frame that it shares with its parent; 0 for the first
 */
public record Branch(int number, Run run, @Nullable Branch parent, int forkedAtFrame) {
    /**
     * The branch that a touch begins.
     *
     * @return null if the touch changes nothing
     */
    @Nullable Branch forked(int atFrame, Touch touch, int newNumber) {
        long nowNanos = run.timeline().frame(atFrame).atNanos();
        Run child = Simulation.fork(run, atFrame, nowNanos, touch);
        return child == null ? null : new Branch(newNumber, child, this, atFrame);
    }
}
