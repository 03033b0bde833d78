package dev.handshakelab.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs Java in a process of its own, with all classes that this one has. */
public final class ChildJava {
    private static final int PATIENCE_SECONDS = 120;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private ChildJava() {}

    /**
     * How a process ended.
     *
     * @param said all that it wrote, also as errors
     */
    public record Ended(int exitCode, String said) {}

    /** Where classes and libraries of this process are. */
    public static List<String> places() {
        return Stream.of("jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .distinct()
                .toList();
    }

    /** Runs a class of the program. */
    public static Ended run(
            List<String> options, Map<String, String> environment, String main, String... args)
            throws IOException, InterruptedException {
        return run(places(), options, environment, main, args);
    }

    /** Runs a class that is in one of some places. */
    public static Ended run(
            List<String> places,
            List<String> options,
            Map<String, String> environment,
            String main,
            String... args)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(options);
        command.add("-cp");
        command.add(places.stream().collect(Collectors.joining(File.pathSeparator)));
        command.add(main);
        command.addAll(List.of(args));
        return run(command, environment);
    }

    /** Runs a source file with what is in this JDK. */
    public static Ended runSource(Path source, String... args)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(JAVA.toString(), source.toString()));
        command.addAll(List.of(args));
        return run(command, Map.of());
    }

    private static Ended run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("child", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output);
            if (!ended) {
                throw new IllegalStateException("did not end: " + said);
            }
            return new Ended(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
