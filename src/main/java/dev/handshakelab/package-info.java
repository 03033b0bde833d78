/** The start of the program: command line, first checks, window. */
@NullMarked
package dev.handshakelab;

import org.jspecify.annotations.NullMarked;
