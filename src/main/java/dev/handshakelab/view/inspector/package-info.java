/** The header of a segment: drawn in rows of 32 bits, as bytes, and explained field by field. */
@NullMarked
package dev.handshakelab.view.inspector;

import org.jspecify.annotations.NullMarked;
