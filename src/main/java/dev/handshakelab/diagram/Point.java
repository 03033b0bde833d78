package dev.handshakelab.diagram;

/** A place in a picture, px; y counts downwards. */
public record Point(double x, double y) {}
