/** Writes what is shown as pictures, text and handouts. */
@NullMarked
package dev.handshakelab.view.export;

import org.jspecify.annotations.NullMarked;
