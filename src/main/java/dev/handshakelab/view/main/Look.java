package dev.handshakelab.view.main;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.export.FontFile;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Fonts, colours and the size of everything. */
public final class Look {
    private static final double USUAL_FONT_PX = 14;
    private static final double USUAL_ICON_PX = 16;

    /** In class mode the text grows with the window: this many px of height for each 100 %. */
    private static final double CLASS_HEIGHT_PX = 640;

    private static final double LEAST_CLASS_FACTOR = 1.2;
    private static final double MOST_CLASS_FACTOR = 2;
    private static final String THEMES = "/dev/handshakelab/view/theme/";
    private static final String ICONS = "/dev/handshakelab/icon/";
    private static final List<Integer> ICON_SIZES_PX = List.of(16, 32, 48, 128);

    /** The sheet of the theme that JavaFX has read. */
    private static @Nullable String used;

    private Look() {}

    /** Loads the fonts of the program, which know Chinese; needed once, before the first window. */
    public static void loadFonts() {
        for (FontFile file : FontFile.values()) {
            if (load(file) == null) {
                throw new IllegalStateException(file.name());
            }
        }
    }

    /** Gives a window the icon of the program, in the sizes that window systems ask for. */
    static void addIcons(Stage stage) {
        for (int sizePx : ICON_SIZES_PX) {
            stage.getIcons().add(new Image(resource(ICONS + sizePx + ".png")));
        }
    }

    /** Lets a window follow the preferences, and grow its text in class mode. */
    static void follow(Preferences preferences, WindowState state, Scene scene) {
        Runnable show = () -> show(preferences, classFactor(state, scene), scene);
        preferences.themeProperty().subscribe(show);
        preferences.textPercentProperty().subscribe(show);
        state.classModeProperty().subscribe(show);
        scene.heightProperty()
                .subscribe(() -> {
                    if (state.isClassMode()) {
                        show.run();
                    }
                });
        show.run();
    }

    /** In class mode the last row reads too, and the panes that are away leave room for it. */
    private static double classFactor(WindowState state, Scene scene) {
        return state.isClassMode()
                ? Math.clamp(
                        scene.getHeight() / CLASS_HEIGHT_PX, LEAST_CLASS_FACTOR, MOST_CLASS_FACTOR)
                : 1;
    }

    private static void show(Preferences preferences, double classFactor, Scene scene) {
        Theme theme = preferences.themeProperty().get();
        double factor = classFactor * preferences.textPercentProperty().get() / 100.0;
        use(theme);
        List<String> sheets = new ArrayList<>(sheets(theme));
        // Those of the usual size are in base.css, so that a start has nothing to parse.
        if (factor != 1) {
            sheets.add(sizes(factor));
        }
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    /** The style sheets of a theme, in the usual size. */
    static List<String> sheets(Theme theme) {
        String tokens = theme.name().toLowerCase(Locale.ROOT) + ".css";
        return List.of(resource(THEMES + tokens), resource(THEMES + "base.css"));
    }

    /**
     * Takes a theme; best before the first control is made, because JavaFX reads its own theme then
     * if there is no other.
     */
    public static void use(Theme theme) {
        String sheet =
                switch (theme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                };
        if (!sheet.equals(used)) {
            used = sheet;
            Application.setUserAgentStylesheet(sheet);
        }
    }

    /**
     * Tells JavaFX, before it starts, that it need not read its own theme for the first control.
     *
     * @return whether controls can be made now without waiting for JavaFX to start
     */
    public static boolean announce() {
        try {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        } catch (IllegalStateException e) {
            // It takes the name, and cannot read the sheet yet.
            return Application.getUserAgentStylesheet() != null;
        }
        return false;
    }

    /**
     * A style sheet with the sizes that all others are relative to. An icon has its size in px: it
     * is a text whose font has the size of the icon, so that an em would grow with each look at the
     * style sheet.
     */
    private static String sizes(double factor) {
        String css =
                String.format(
                        Locale.ROOT,
                        ".root { -fx-font-size: %.2fpx; } .ikonli-font-icon { -fx-icon-size: %.2fpx; }",
                        USUAL_FONT_PX * factor,
                        USUAL_ICON_PX * factor);
        byte[] octets = css.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(octets);
    }

    private static @Nullable Font load(FontFile file) {
        // JavaFX takes the address of a file as it is written, with blanks; not all go that way.
        Font asFile =
                file.path()
                        .map(path -> Font.loadFont("file:" + path.toAbsolutePath(), USUAL_FONT_PX))
                        .orElse(null);
        if (asFile != null) {
            return asFile;
        }
        try (InputStream in = file.open()) {
            return Font.loadFont(in, USUAL_FONT_PX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Look.class.getResource(name), name).toExternalForm();
    }
}
