/**
 * Captures of real traffic: reading files, finding connections, and inferring which host was in
 * which state when.
 *
 * <p>Nothing here trusts a length that it reads. Memory grows with the TCP segments, not with their
 * data.
 */
@NullMarked
package dev.handshakelab.capture;

import org.jspecify.annotations.NullMarked;
