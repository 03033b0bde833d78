package dev.handshakelab.view.inspector;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * A text that fits into a given width: smaller first, but never too small to read; then shorter.
 *
 * <p>Its font is set here and not by style sheets: they would put the window's font over it.
 */
final class CellText extends Text {
    /** The smallest text, in px. */
    static final double MIN_FONT_PX = 11;

    private static final double SMALLER = 0.82;
    private static final String CUT = "...";
    private static final Text MEASURE = new Text();

    private final ObjectProperty<Font> usedFont = new SimpleObjectProperty<>(Font.getDefault());

    CellText(String text, String styleClass) {
        super(text);
        getStyleClass().add(styleClass);
        setMouseTransparent(true);
        fontProperty().bind(usedFont);
    }

    void useFont(Font font) {
        usedFont.set(font);
    }

    /**
     * Shows a text within a width.
     *
     * @param usual the font it has if there is room enough
     * @param width in px
     */
    void fit(String text, Font usual, double width) {
        Font font = fitting(text, usual, width);
        usedFont.set(font);
        setText(text.contains("\n") ? text : cut(text, font, width));
    }

    /** The font in its own size, or in a smaller one if a text needs that to fit into a width. */
    static Font fitting(String text, Font usual, double width) {
        double wanted = width(text, usual);
        if (wanted <= width) {
            return usual;
        }
        double size = Math.floor(usual.getSize() * width / wanted);
        return sized(usual, Math.max(MIN_FONT_PX, size));
    }

    /** The size of a text beside text of the usual size, in px. */
    static double smaller(double usualPx) {
        return Math.max(MIN_FONT_PX, Math.rint(usualPx * SMALLER));
    }

    /** The width of a text's longest line, in px. */
    static double width(String text, Font font) {
        MEASURE.setFont(font);
        MEASURE.setText(text);
        return MEASURE.getLayoutBounds().getWidth();
    }

    /** The height of a line, in px. */
    static double lineHeight(Font font) {
        MEASURE.setFont(font);
        MEASURE.setText("0");
        return MEASURE.getLayoutBounds().getHeight();
    }

    /** The same font in another size. */
    static Font sized(Font font, double size) {
        return Font.font(font.getFamily(), weight(font), size);
    }

    static Font bold(Font font) {
        return Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
    }

    private static FontWeight weight(Font font) {
        return font.getStyle().contains("Bold") ? FontWeight.BOLD : FontWeight.NORMAL;
    }

    private static String cut(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int length = text.length() - 1;
        while (length > 0 && width(text.substring(0, length) + CUT, font) > width) {
            length--;
        }
        return length == 0 ? "" : text.substring(0, length) + CUT;
    }
}
