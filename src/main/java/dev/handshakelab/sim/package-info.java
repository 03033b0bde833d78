/**
 * Two hosts and a network in virtual time. A {@link dev.handshakelab.sim.World} is immutable; a
 * step makes the next one and a frame of what happened. The same plan and seed always give the same
 * frames.
 */
@NullMarked
package dev.handshakelab.sim;

import org.jspecify.annotations.NullMarked;
