package dev.handshakelab.view.diagram;

import java.util.regex.Pattern;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sizes of the icons in the diagram. */
final class IconSize {
    private static final Pattern SIZE = Pattern.compile("-fx-icon-size:[^;]*;?");

    private IconSize() {}

    /**
     * Sets the size as a style of the icon itself, which also holds its code: the window's sheet
     * has a size for all others.
     */
    static void set(FontIcon icon, double sizePx) {
        String size = "-fx-icon-size: " + Math.round(sizePx * 10) / 10.0 + "px;";
        String style = icon.getStyle();
        // Another style, though it says the same, would be looked up anew.
        if (!style.contains(size)) {
            String others = SIZE.matcher(style).replaceAll("");
            String end = others.isEmpty() || others.endsWith(";") ? "" : ";";
            icon.setStyle(others + end + size);
        }
    }
}
