package dev.handshakelab.sim;

import dev.handshakelab.timeline.Frame;

/**
 * One step of a simulation.
 *
 * @param world the world after it
 * @param frame what happened in it
 */
public record Step(World world, Frame frame) {}
