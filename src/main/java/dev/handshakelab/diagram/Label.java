package dev.handshakelab.diagram;

import java.util.List;

/**
 * A text in a box.
 *
 * @param box what it needs, padding included
 * @param runs its pieces, line by line
 * @param fontSizePx size of the text
 */
public record Label(Box box, List<Run> runs, double fontSizePx) {
    public Label {
        runs = List.copyOf(runs);
    }

    /** How a piece of text looks. */
    public enum Style {
        PLAIN,
        STRONG,
        /** A word about the thing instead of the thing itself. */
        TAG,
        /** What is remarkable about it: with a sign before the word. */
        MARK
    }

    /**
     * A piece of text on one line.
     *
     * @param x where it begins, px, in the picture
     * @param baselineY px, in the picture
     */
    public record Run(String text, Style style, double x, double baselineY) {}

    /** The whole text, pieces joined by blanks. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Run run : runs) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(run.text());
        }
        return text.toString();
    }

    /** The same label elsewhere. */
    Label movedBy(double dx, double dy) {
        List<Run> moved =
                runs.stream()
                        .map(run ->
                                new Run(
                                        run.text(),
                                        run.style(),
                                        run.x() + dx,
                                        run.baselineY() + dy))
                        .toList();
        return new Label(
                new Box(box.x() + dx, box.y() + dy, box.width(), box.height()), moved, fontSizePx);
    }
}
