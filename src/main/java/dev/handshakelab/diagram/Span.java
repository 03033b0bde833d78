package dev.handshakelab.diagram;

/**
 * A part of the height of the picture.
 *
 * @param top px
 * @param bottom px, not above {@code top}
 */
record Span(double top, double bottom) {}
