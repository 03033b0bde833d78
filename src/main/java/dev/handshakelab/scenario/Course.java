package dev.handshakelab.scenario;

import dev.handshakelab.sim.RecordedTouch;
import java.util.List;

/**
 * One course that a story was given by touching it.
 *
 * @param number from 1 on; no two courses of a story have the same
 * @param name what its maker calls it; empty: nothing
 * @param parent the number of the course that it left; 0: none
 * @param touches everything that was done since the beginning, in order
 */
public record Course(int number, String name, int parent, List<RecordedTouch> touches) {
    public Course {
        touches = List.copyOf(touches);
    }
}
