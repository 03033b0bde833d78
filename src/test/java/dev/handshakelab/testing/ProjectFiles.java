package dev.handshakelab.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, for tests that read them. */
public final class ProjectFiles {
    /** The project's folder; Surefire sets {@code basedir}. */
    public static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private ProjectFiles() {}

    /**
     * All files below {@code folder} (relative to the project) whose name ends in one of {@code
     * endings}.
     */
    public static List<Path> below(String folder, String... endings) {
        Path start = ROOT.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that stand in the project's folder itself. */
    public static List<Path> atTop() {
        try (Stream<Path> files = Files.list(ROOT)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read as UTF-8: " + file, e);
        }
    }

    /** A file's path relative to the project, with {@code /} between names. */
    public static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
