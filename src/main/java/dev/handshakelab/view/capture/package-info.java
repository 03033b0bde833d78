/** Captures of real traffic: opening files, the list of connections, and what is known and why. */
@NullMarked
package dev.handshakelab.view.capture;

import org.jspecify.annotations.NullMarked;
