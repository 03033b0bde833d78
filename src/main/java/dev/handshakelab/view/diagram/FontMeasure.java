package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.TextMeasure;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * Measures text in a font family by adding up the widths of its characters, each measured once.
 * Kerning only makes text narrower than that. Many threads may measure.
 */
public final class FontMeasure implements TextMeasure {
    /** Characters are measured at this size, which is large enough for rounding not to matter. */
    private static final double REFERENCE_PX = 100;

    private final Text probe = new Text();
    private final Font regular;
    private final Font bold;
    private final Map<Integer, Double> regularWidths = new ConcurrentHashMap<>();
    private final Map<Integer, Double> boldWidths = new ConcurrentHashMap<>();

    /** Measures in the regular and the bold weight of a family. */
    public FontMeasure(String family) {
        regular = Font.font(family, FontWeight.NORMAL, REFERENCE_PX);
        bold = Font.font(family, FontWeight.BOLD, REFERENCE_PX);
    }

    @Override
    public double width(String text, double sizePx, boolean isBold) {
        Map<Integer, Double> widths = isBold ? boldWidths : regularWidths;
        double width = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            Double known = widths.get(codePoint);
            if (known == null) {
                known = measure(codePoint, isBold);
                widths.put(codePoint, known);
            }
            width += known;
        }
        return width * sizePx / REFERENCE_PX;
    }

    private synchronized double measure(int codePoint, boolean isBold) {
        probe.setFont(isBold ? bold : regular);
        probe.setText(Character.toString(codePoint));
        return probe.getLayoutBounds().getWidth();
    }
}
