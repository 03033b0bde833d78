package dev.handshakelab.cli;

import dev.handshakelab.diagram.DiagramSettings;
import dev.handshakelab.export.PictureFormat;
import dev.handshakelab.view.export.ExportChoice;
import dev.handshakelab.view.export.ExportChoice.Sheet;
import dev.handshakelab.view.settings.Theme;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Reads the options of {@code render}. */
final class RenderOptions {
    private static final double MIN_WIDTH_PX = 400;
    private static final double MAX_WIDTH_PX = 4000;

    private RenderOptions() {}

    /** An option has a value that makes no sense. */
    static final class BadOptionException extends Exception {
        private static final long serialVersionUID = 1;

        private final String key;
        private final transient Object[] arguments;

        BadOptionException(String key, Object... arguments) {
            super(key);
            this.key = key;
            this.arguments = arguments;
        }

        String key() {
            return key;
        }

        Object[] arguments() {
            return arguments.clone();
        }
    }

    /** What to write: one choice for each format that was named. */
    static List<ExportChoice> read(ParseResult parsed) throws BadOptionException {
        List<ExportChoice> choices = new ArrayList<>();
        for (PictureFormat format : formats(parsed)) {
            choices.add(read(parsed, format));
        }
        return choices;
    }

    private static ExportChoice read(ParseResult parsed, PictureFormat format)
            throws BadOptionException {
        Sheet sheet = sheet(parsed);
        if (sheet != Sheet.DIAGRAM && !format.isPicture()) {
            throw new BadOptionException("cli.handoutFormat", format.word());
        }
        double width =
                number(
                        parsed,
                        Specs.WIDTH,
                        ExportChoice.usualWidthPx(format),
                        MIN_WIDTH_PX,
                        MAX_WIDTH_PX);
        var geometry =
                new DiagramSettings(
                        width,
                        ExportChoice.USUAL_FONT_PX,
                        parsed.hasMatchedOption(Specs.RELATIVE),
                        parsed.hasMatchedOption(Specs.TRUE_SCALE),
                        parsed.hasMatchedOption(Specs.OPTIONS));
        ExportChoice usual = ExportChoice.of(format);
        double scale =
                number(
                        parsed,
                        Specs.SCALE,
                        usual.scale(),
                        ExportChoice.MIN_SCALE,
                        ExportChoice.MAX_SCALE);
        return usual.withTheme(theme(parsed))
                .withGeometry(geometry)
                .withScale(scale)
                .withSheet(sheet);
    }

    /** The formats that were named, otherwise the one of the file's name. */
    private static List<PictureFormat> formats(ParseResult parsed) throws BadOptionException {
        String words = parsed.matchedOptionValue(Specs.FORMAT, "");
        String all = String.join(", ", PictureFormat.words());
        if (words.isEmpty()) {
            String file = parsed.matchedOptionValue(Specs.OUTPUT, Specs.STANDARD_OUTPUT);
            return List.of(
                    PictureFormat.ofFile(file)
                            .orElseThrow(() -> new BadOptionException("cli.noFormat", "", all)));
        }
        List<PictureFormat> formats = new ArrayList<>();
        for (String word : words.split(",", -1)) {
            formats.add(
                    PictureFormat.ofWord(word.strip())
                            .orElseThrow(() -> new BadOptionException("cli.badFormat", word, all)));
        }
        return formats;
    }

    private static Theme theme(ParseResult parsed) throws BadOptionException {
        String word = parsed.matchedOptionValue(Specs.THEME, "light");
        return switch (word) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> throw new BadOptionException("cli.badTheme", word);
        };
    }

    private static Sheet sheet(ParseResult parsed) {
        if (parsed.hasMatchedOption(Specs.ANSWERS)) {
            return Sheet.ANSWERS;
        }
        return parsed.hasMatchedOption(Specs.HANDOUT) ? Sheet.HANDOUT : Sheet.DIAGRAM;
    }

    private static double number(
            ParseResult parsed, String option, double usual, double min, double max)
            throws BadOptionException {
        String word = parsed.matchedOptionValue(option, "");
        if (word.isEmpty()) {
            return usual;
        }
        double value;
        try {
            value = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!(value >= min && value <= max)) {
            throw new BadOptionException("cli.badNumber", option, word, min, max);
        }
        return value;
    }
}
