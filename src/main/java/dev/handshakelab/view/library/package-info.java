/** The list of scenarios. */
@NullMarked
package dev.handshakelab.view.library;

import org.jspecify.annotations.NullMarked;
