/**
 * The geometry of the sequence diagram: a timeline and the width of a page become boxes, lines and
 * texts in pixels. Knows no toolkit, so that it can be tested without one and every output (screen,
 * picture, print) draws the same.
 */
@NullMarked
package dev.handshakelab.diagram;

import org.jspecify.annotations.NullMarked;
