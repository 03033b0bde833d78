package dev.handshakelab.diagram;

/**
 * How to draw.
 *
 * @param widthPx width of the picture; the height follows from the story
 * @param fontSizePx size of ordinary text; all other sizes follow from it. In a picture that is too
 *     narrow for it, text becomes smaller
 * @param relativeNumbers whether sequence numbers count from each side's initial one
 * @param trueScale whether idle time keeps its length instead of being squeezed
 * @param showOptions whether labels also tell the window and the options
 */
public record DiagramSettings(
        double widthPx,
        double fontSizePx,
        boolean relativeNumbers,
        boolean trueScale,
        boolean showOptions) {
    public DiagramSettings {
        if (!(widthPx > 0) || !(fontSizePx > 0)) {
            throw new IllegalArgumentException("width " + widthPx + ", font " + fontSizePx);
        }
    }

    /** Absolute numbers, squeezed idle time, short labels. */
    public static DiagramSettings of(double widthPx, double fontSizePx) {
        return new DiagramSettings(widthPx, fontSizePx, false, false, false);
    }
}
