package dev.handshakelab.export;

import java.util.List;

/**
 * A picture that any format can be made of.
 *
 * @param widthPx how wide
 * @param heightPx how high
 * @param background its colour
 * @param marks what is on it, from back to front
 * @param title what it shows, for those who do not see it
 */
public record Picture(
        double widthPx, double heightPx, Ink background, List<Mark> marks, String title) {
    public Picture {
        marks = List.copyOf(marks);
    }
}
