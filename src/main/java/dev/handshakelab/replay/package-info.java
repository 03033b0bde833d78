/**
 * A captured connection as a simulation: what its applications must have done and what the network
 * did to it, so that the story can be continued otherwise; and where the simulation differs from
 * what was captured.
 */
@NullMarked
package dev.handshakelab.replay;

import org.jspecify.annotations.NullMarked;
