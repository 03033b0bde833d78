package dev.handshakelab.sim;

import java.util.List;

/**
 * How far a script has come.
 *
 * @param waiting indices of the steps whose conditions have not come true yet
 * @param due steps that are about to happen
 * @param done how many steps have happened
 */
public record ScriptState(List<Integer> waiting, List<Due> due, int done) {
    /**
     * A step that is about to happen.
     *
     * @param number decides between things of the same time: the smaller comes first
     * @param index its index in the script
     */
    public record Due(long atNanos, long number, int index) {}

    public ScriptState {
        waiting = List.copyOf(waiting);
        due = List.copyOf(due);
    }
}
