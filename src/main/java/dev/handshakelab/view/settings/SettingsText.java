package dev.handshakelab.view.settings;

import dev.handshakelab.view.settings.Settings.Look;
import dev.handshakelab.view.settings.Settings.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings as text: a line {@code key=value} each, in a fixed order. Reading is strict, so that
 * damage is noticed; keys that are unknown belong to a newer version and are passed over, keys that
 * are missing have their default.
 */
final class SettingsText {
    private static final String FORMAT = "format";
    private static final String VERSION = "1";
    private static final String RECENT = "recent.";

    private final Map<String, String> values;

    private SettingsText(Map<String, String> values) {
        this.values = values;
    }

    /** The settings as text. */
    static String format(Settings settings) {
        var lines = new ArrayList<String>();
        lines.add(FORMAT + "=" + VERSION);
        if (settings.language() != null) {
            lines.add("language=" + settings.language());
        }
        lines.add("theme=" + settings.theme().name().toLowerCase(Locale.ROOT));
        lines.add("textPercent=" + settings.textPercent());
        lines.add("speed=" + settings.speed());
        Look look = settings.look();
        lines.add("relativeNumbers=" + look.relativeNumbers());
        lines.add("trueScale=" + look.trueScale());
        lines.add("showOptions=" + look.showOptions());
        lines.add("showLibrary=" + look.showLibrary());
        lines.add("showExplanation=" + look.showExplanation());
        lines.add("showVariables=" + look.showVariables());
        lines.add("showTouchHint=" + look.showTouchHint());
        Window window = settings.window();
        lines.add("windowWidth=" + window.width());
        lines.add("windowHeight=" + window.height());
        lines.add("windowMaximized=" + window.maximized());
        lines.add("leftDivider=" + window.leftDivider());
        lines.add("rightDivider=" + window.rightDivider());
        for (int i = 0; i < settings.recentFiles().size(); i++) {
            lines.add(RECENT + i + "=" + settings.recentFiles().get(i));
        }
        return String.join("\n", lines) + "\n";
    }

    /**
     * The settings in a text.
     *
     * @throws IllegalArgumentException if it is not a text of {@link #format}
     */
    static Settings parse(String text) {
        var values = new HashMap<String, String>();
        for (String line : text.lines().toList()) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(line);
            }
            values.put(line.substring(0, equals), line.substring(equals + 1));
        }
        if (!VERSION.equals(values.get(FORMAT))) {
            throw new IllegalArgumentException(FORMAT);
        }
        return new SettingsText(values).settings();
    }

    private Settings settings() {
        Settings defaults = Settings.DEFAULT;
        Look look = defaults.look();
        Window window = defaults.window();
        return new Settings(
                language(),
                theme(defaults.theme()),
                (int)
                        number(
                                "textPercent",
                                Settings.MIN_TEXT_PERCENT,
                                Settings.MAX_TEXT_PERCENT,
                                defaults.textPercent()),
                number("speed", Settings.MIN_SPEED, Settings.MAX_SPEED, defaults.speed()),
                new Look(
                        bool("relativeNumbers", look.relativeNumbers()),
                        bool("trueScale", look.trueScale()),
                        bool("showOptions", look.showOptions()),
                        bool("showLibrary", look.showLibrary()),
                        bool("showExplanation", look.showExplanation()),
                        bool("showVariables", look.showVariables()),
                        bool("showTouchHint", look.showTouchHint())),
                new Window(
                        number("windowWidth", 1, 100_000, window.width()),
                        number("windowHeight", 1, 100_000, window.height()),
                        bool("windowMaximized", window.maximized()),
                        number("leftDivider", 0, 1, window.leftDivider()),
                        number("rightDivider", 0, 1, window.rightDivider())),
                recentFiles());
    }

    private @Nullable String language() {
        String tag = values.get("language");
        if (tag != null && !tag.equals("en") && !tag.equals("zh")) {
            throw new IllegalArgumentException(tag);
        }
        return tag;
    }

    private Theme theme(Theme ifMissing) {
        String name = values.get("theme");
        return name == null ? ifMissing : Theme.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private double number(String key, double least, double most, double ifMissing) {
        String value = values.get(key);
        if (value == null) {
            return ifMissing;
        }
        double number = Double.parseDouble(value);
        // Written so that NaN is refused, too.
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException(key);
        }
        return number;
    }

    private boolean bool(String key, boolean ifMissing) {
        String value = values.get(key);
        if (value == null) {
            return ifMissing;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(key);
        };
    }

    private List<Path> recentFiles() {
        var files = new ArrayList<Path>();
        for (int i = 0; i < Settings.MAX_RECENT; i++) {
            String name = values.get(RECENT + i);
            if (name != null) {
                files.add(Path.of(name));
            }
        }
        return files;
    }
}
