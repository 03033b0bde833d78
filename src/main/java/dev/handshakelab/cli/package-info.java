/** What the program does without a window. */
@NullMarked
package dev.handshakelab.cli;

import org.jspecify.annotations.NullMarked;
