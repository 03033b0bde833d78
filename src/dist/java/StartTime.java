import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures how long the program takes from the start of its process to the first complete picture,
 * beside a window with one label: run plainly, and from a runtime image with an AOT cache of its
 * own. The programs take turns, so that whatever else the machine does slows all of them.
 *
 * <p>After {@code ./mvnw -Pdist verify}, with a display:
 *
 * <pre>java src/dist/java/StartTime.java [RUNS [NAME=COMMAND...]]</pre>
 *
 * <p>More programs to compare may be given with a name each, the words of the command parted by
 * blanks.
 */
final class StartTime {
    private static final String MARK = "first picture at ";
    private static final Path WORK = Path.of("target", "start-time");
    private static final Path MODULES = Path.of("target", "dist", "modules");
    private static final String NATIVE = "--enable-native-access=javafx.graphics";
    private static final int LONGEST_START_SECONDS = 60;

    private StartTime() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length == 0 ? 11 : Integer.parseInt(args[0]);
        Map<String, List<String>> programs = new LinkedHashMap<>();
        programs.putAll(bareWindows());
        programs.put("Handshake Lab", List.of(launcher()));
        Stream.of(args)
                .skip(1)
                .map(arg -> arg.split("=", 2))
                .forEach(pair -> programs.put(pair[0], List.of(pair[1].split(" "))));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        // The first round only warms the file cache.
        for (int run = 0; run <= runs; run++) {
            for (Map.Entry<String, List<String>> program : programs.entrySet()) {
                double millis = startMillis(program.getValue());
                if (run > 0) {
                    times.computeIfAbsent(program.getKey(), _ -> new ArrayList<>()).add(millis);
                }
            }
        }
        print(times);
    }

    private static String launcher() {
        Path linux = Path.of("target/dist/handshake-lab/bin/handshake-lab");
        Path windows = Path.of("target/dist/Handshake Lab/Handshake Lab.exe");
        Path macos = Path.of("target/dist/Handshake Lab.app/Contents/MacOS/Handshake Lab");
        return Stream.of(linux, windows, macos)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("first run ./mvnw -Pdist verify"))
                .toAbsolutePath()
                .toString();
    }

    /** Builds the window with one label in both ways. */
    private static Map<String, List<String>> bareWindows() throws IOException, InterruptedException {
        if (Files.exists(WORK)) {
            try (Stream<Path> old = Files.walk(WORK)) {
                old.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
            }
        }
        String classes = WORK.resolve("classes").toString();
        String jar = WORK.resolve("bare.jar").toString();
        String runtime = WORK.resolve("runtime").toString();
        String cache = WORK.resolve("bare.aot").toString();
        String path = String.join(java.io.File.pathSeparator, jar, MODULES.toString());
        Path source = Path.of("src", "dist", "bare");
        run(jdk("javac"), "-p", MODULES.toString(), "-d", classes,
                source.resolve("module-info.java").toString(),
                source.resolve("bare").resolve("Bare.java").toString());
        run(jdk("jar"), "--create", "--file", jar, "-C", classes, ".");
        run(jdk("jlink"), "--module-path", path, "--add-modules", "bare", "--output", runtime);
        String java = Path.of(runtime, "bin", "java").toString();
        run(java, "-XX:AOTCacheOutput=" + cache, NATIVE, "-Dglass.platform=Headless",
                "-Dprism.order=sw", "-Dbare.exit=true", "-m", "bare/bare.Bare");
        return Map.of(
                "bare window, plain",
                List.of(jdk("java"), NATIVE, "-p", path, "-m", "bare/bare.Bare"),
                "bare window, AOT cache",
                List.of(java, "-XX:AOTCache=" + cache, NATIVE, "-m", "bare/bare.Bare"));
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
    }

    /** Starts a program, waits until it says that its picture is there, and ends it. */
    private static double startMillis(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("JAVA_TOOL_OPTIONS", "-Ddev.handshakelab.timeStart=true " + settings());
        long before = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        Process process = builder.start();
        var said = new StringBuilder();
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MARK)) {
                    return (Long.parseLong(line.substring(MARK.length())) - before) / 1000.0;
                }
                said.append(line).append('\n');
            }
        } finally {
            end(process);
        }
        throw new IllegalStateException(String.join(" ", command) + " showed nothing:\n" + said);
    }

    /** A folder for the settings, so that the user's own do not matter and stay. */
    private static String settings() {
        return "-Ddev.handshakelab.configFolder=" + WORK.resolve("settings").toAbsolutePath();
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void print(Map<String, List<Double>> times) {
        System.out.println("| program | median ms | least | most |");
        System.out.println("|---|---|---|---|");
        times.forEach((name, all) -> {
            double[] sorted = sorted(all);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f |%n",
                    name, median(sorted), sorted[0], sorted[sorted.length - 1]);
        });
        List<String> names = List.copyOf(times.keySet());
        for (String name : names) {
            for (String other : names) {
                if (name.startsWith("bare") || !other.startsWith("bare")) {
                    continue;
                }
                var ratios = new ArrayList<Double>();
                for (int i = 0; i < times.get(name).size(); i++) {
                    ratios.add(times.get(name).get(i) / times.get(other).get(i));
                }
                System.out.printf(
                        Locale.ROOT,
                        "%s / %s: %.2f (median of pairs)%n",
                        name, other, median(sorted(ratios)));
            }
        }
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
