/** The buttons that move through the story, and the caption that says what happens. */
@NullMarked
package dev.handshakelab.view.transport;

import org.jspecify.annotations.NullMarked;
