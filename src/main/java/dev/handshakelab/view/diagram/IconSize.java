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
        String others = SIZE.matcher(icon.getStyle()).replaceAll("");
        icon.setStyle(others + ";-fx-icon-size: " + Math.round(sizePx * 10) / 10.0 + "px;");
    }
}
