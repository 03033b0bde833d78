package dev.handshakelab.sim.twins;

import dev.handshakelab.sim.Touch;

/**
 * What somebody did to a story while watching it.
 *
 * @param atNanos when, virtual time; everything else that happens at that time comes before it
 * @param touch what
 */
public record TimedTouch(long atNanos, Touch touch) {}
