/**
 * The same story by the rules of TCP and by rules that are not TCP: run, laid side by side on one
 * clock, and judged by what happened.
 */
@NullMarked
package dev.handshakelab.sim.twins;

import org.jspecify.annotations.NullMarked;
