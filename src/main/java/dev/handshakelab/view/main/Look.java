package dev.handshakelab.view.main;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Fonts, colours and the size of everything. */
public final class Look {
    private static final double USUAL_FONT_PX = 14;
    private static final String THEMES = "/dev/handshakelab/view/theme/";
    private static final String FONTS = "/dev/handshakelab/fonts/";

    private Look() {}

    /** Loads the fonts of the program, which know Chinese; needed once, before the first window. */
    public static void loadFonts() {
        loadFont("NotoSansSC-Regular-subset.ttf");
        loadFont("NotoSansSC-Bold-subset.ttf");
    }

    /** Lets a window follow the preferences. */
    static void follow(Preferences preferences, Scene scene) {
        preferences.themeProperty().subscribe(theme -> show(theme, scene));
        preferences
                .textPercentProperty()
                .subscribe(percent -> size(percent.doubleValue() / 100, scene.getRoot()));
    }

    private static void show(Theme theme, Scene scene) {
        String sheet =
                switch (theme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                };
        Application.setUserAgentStylesheet(sheet);
        String tokens = theme.name().toLowerCase(Locale.ROOT) + ".css";
        scene.getStylesheets().setAll(resource(THEMES + tokens), resource(THEMES + "base.css"));
    }

    private static void size(double factor, Parent root) {
        root.setStyle(
                String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", USUAL_FONT_PX * factor));
    }

    private static void loadFont(String file) {
        try (InputStream in = Look.class.getResourceAsStream(FONTS + file)) {
            if (Font.loadFont(Objects.requireNonNull(in, file), USUAL_FONT_PX) == null) {
                throw new IllegalStateException(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Look.class.getResource(name), name).toExternalForm();
    }
}
