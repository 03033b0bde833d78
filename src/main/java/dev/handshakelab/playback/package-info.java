/**
 * Playing a story: where in it one is, whether it runs, how fast, and other stories that branch off
 * from it. Nothing here has a clock; {@link dev.handshakelab.playback.Player#tick} is told how much
 * time went by.
 */
@NullMarked
package dev.handshakelab.playback;

import org.jspecify.annotations.NullMarked;
