package dev.handshakelab.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The fonts of the window and of pictures, which know Chinese. The installed program has them as
 * files beside it, where JavaFX takes them as they are; otherwise they are resources, of which it
 * makes a copy first.
 */
public enum FontFile {
    REGULAR("NotoSansSC-Regular-subset.ttf"),
    BOLD("NotoSansSC-Bold-subset.ttf");

    /** The system property with the folder of the files. */
    static final String FOLDER = "dev.handshakelab.fontFolder";

    private static final String RESOURCES = "/dev/handshakelab/fonts/";

    private final String name;

    FontFile(String name) {
        this.name = name;
    }

    /** The file; empty if the font is a resource. */
    public Optional<Path> path() {
        return Optional.ofNullable(System.getProperty(FOLDER))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isReadable);
    }

    /** The font from wherever it is. */
    public InputStream open() {
        return path().map(FontFile::open).orElseGet(this::resource);
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream resource() {
        InputStream found = FontFile.class.getResourceAsStream(RESOURCES + name);
        return Objects.requireNonNull(found, name);
    }
}
