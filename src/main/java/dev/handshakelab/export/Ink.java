package dev.handshakelab.export;

/**
 * A colour.
 *
 * @param rgb red, green and blue, 8 bits each
 * @param opacity 0 to 1
 */
public record Ink(int rgb, double opacity) {
    static Ink of(int rgb) {
        return new Ink(rgb, 1);
    }

    /** The same colour, less of it. */
    Ink faded(double share) {
        return share == 1 ? this : new Ink(rgb, opacity * share);
    }

    int red() {
        return rgb >> 16 & 0xFF;
    }

    int green() {
        return rgb >> 8 & 0xFF;
    }

    int blue() {
        return rgb & 0xFF;
    }

    /** For example {@code #1c2430}. */
    String hex() {
        return "#%06x".formatted(rgb & 0xFFFFFF);
    }
}
