/** The page of misconceptions, and the banner that goes with the moment that refutes one. */
@NullMarked
package dev.handshakelab.view.myths;

import org.jspecify.annotations.NullMarked;
