package dev.handshakelab.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a story can be written as. */
public enum PictureFormat {
    SVG("svg"),
    PNG("png"),
    PDF("pdf"),
    GIF("gif"),
    /** Figures as RFC 9293 draws them. */
    FIGURE("txt"),
    TRACE("trace"),
    MERMAID("mmd"),
    PLANTUML("puml");

    private final String extension;

    PictureFormat(String extension) {
        this.extension = extension;
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** The name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it shows colours. */
    public boolean isPicture() {
        return switch (this) {
            case SVG, PNG, PDF, GIF -> true;
            case FIGURE, TRACE, MERMAID, PLANTUML -> false;
        };
    }

    /** The format of a word on the command line. */
    public static Optional<PictureFormat> ofWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The format that the end of a file's name stands for. */
    public static Optional<PictureFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.extension))
                .findFirst();
    }

    /** All words, for messages. */
    public static List<String> words() {
        return Arrays.stream(values()).map(PictureFormat::word).toList();
    }
}
