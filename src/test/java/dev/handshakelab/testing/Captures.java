package dev.handshakelab.testing;

import dev.handshakelab.capture.Capture;
import dev.handshakelab.capture.CaptureReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The captures among the test resources. */
public final class Captures {
    private static final Path FOLDER = ProjectFiles.ROOT.resolve("src/test/resources/captures");

    private Captures() {}

    /** A file such as {@code lost-fin/a.pcapng}. */
    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** The folders with a capture of each end. */
    public static List<String> pairs() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("b.pcapng")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file. */
    public static Capture read(String name) {
        try (InputStream input = Files.newInputStream(file(name))) {
            return CaptureReader.read(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
