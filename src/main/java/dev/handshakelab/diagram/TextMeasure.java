package dev.handshakelab.diagram;

/** Tells how wide text will be. */
@FunctionalInterface
public interface TextMeasure {
    /** The width of one line of text, px. */
    double width(String text, double sizePx, boolean bold);
}
