/**
 * Where we are in a story: position, play and step, branches. Observable, but without a clock and
 * without a picture: the window tells the player how much time has passed.
 */
@NullMarked
package dev.handshakelab.playback;

import org.jspecify.annotations.NullMarked;
