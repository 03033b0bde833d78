package dev.handshakelab.playback;

import dev.handshakelab.sim.Run;
import org.jspecify.annotations.Nullable;

/**
 * A course that a story took.
 *
 * @param number 1 for the first one, then counting in the order in which they were made
 * @param parent the course that it leaves; null for the first one
 * @param forkFrame the last frame that it has in common with its parent; -1 for the first one
 * @param run the whole course, from the beginning on
 */
public record Branch(int number, @Nullable Branch parent, int forkFrame, Run run) {}
