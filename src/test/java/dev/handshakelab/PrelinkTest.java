package dev.handshakelab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.ChildJava;
import dev.handshakelab.testing.ChildJava.Ended;
import dev.handshakelab.testing.ProjectFiles;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of the installed program, which the build writes anew, do the same as before. */
class PrelinkTest {
    private static final Path CLASSES = ProjectFiles.ROOT.resolve("target/classes");
    private static final Path TOOL = ProjectFiles.ROOT.resolve("src/dist/java/Prelink.java");

    @TempDir private Path folder;

    @Test
    void allScenariosRunAsBefore() throws IOException, InterruptedException {
        Path jar = folder.resolve("program.jar");
        pack(CLASSES, jar);
        Path libraries = Files.createDirectory(folder.resolve("libraries"));
        for (String place : ChildJava.places()) {
            if (place.endsWith(".jar")) {
                Path library = Path.of(place);
                Files.createSymbolicLink(
                        libraries.resolve(Objects.requireNonNull(library.getFileName())), library);
            }
        }

        Ended linked = ChildJava.runSource(TOOL, jar.toString(), libraries.toString());

        assertThat(linked.said()).matches("(?s)[1-9]\\d+ switches, [1-9]\\d+ .*");
        assertThat(linked.exitCode()).isZero();
        assertThat(Files.size(jar)).isPositive();
        Map<String, String> before = traces(CLASSES);
        assertThat(before).hasSizeGreaterThan(100);
        assertThat(traces(jar)).isEqualTo(before);
    }

    /** What all scenarios say when they are run by the program in one place. */
    private Map<String, String> traces(Path program) throws IOException, InterruptedException {
        Path output = Files.createDirectory(folder.resolve(program.getFileName() + "-traces"));
        var places = new ArrayList<>(List.of(program.toString()));
        ChildJava.places().stream().filter(one -> one.endsWith(".jar")).forEach(places::add);
        Ended ended =
                ChildJava.run(
                        places,
                        List.of("-XX:TieredStopAtLevel=1"),
                        Map.of(),
                        Launcher.class.getName(),
                        "render",
                        "all",
                        "--format",
                        "trace",
                        "--output",
                        output.toString());
        assertThat(ended.exitCode()).as(ended.said()).isZero();
        var traces = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.toList()) {
                traces.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return traces;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (FileSystem system = FileSystems.newFileSystem(jar, Map.of("create", "true"));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.toList()) {
                Path target = system.getPath("/" + classes.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
