package dev.handshakelab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs all benchmarks and writes the results as a table. */
public final class BenchMain {
    private BenchMain() {}

    /**
     * Starts.
     *
     * @param args the file to write the table to, and perhaps a pattern of names
     */
    public static void main(String... args) throws RunnerException, IOException {
        String pattern = args.length > 1 ? args[1] : "dev.handshakelab.bench";
        Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .include(pattern)
                                        .forks(1)
                                        .warmupIterations(2)
                                        .warmupTime(TimeValue.seconds(1))
                                        .measurementIterations(3)
                                        .measurementTime(TimeValue.seconds(1))
                                        .addProfiler(GCProfiler.class)
                                        .jvmArgs(
                                                "-Xmx3g",
                                                "-Dglass.platform=Headless",
                                                "-Dprism.order=sw")
                                        .build())
                        .run();
        Map<String, Map<Integer, String>> cells = new TreeMap<>();
        for (RunResult result : results) {
            String events = result.getParams().getParam("events");
            String name = shortName(result.getParams().getBenchmark());
            int column = events == null ? 0 : Integer.parseInt(events);
            put(cells, name, column, result.getPrimaryResult());
            Result<?> octets = result.getSecondaryResults().get("gc.alloc.rate.norm");
            if (octets != null) {
                put(cells, name + ", allocated", column, octets);
            }
        }
        if (args.length < 2) {
            for (int events : new int[] {10_000, 1_000_000}) {
                long[] octets = Memory.perEvent(events);
                cell(cells, "Memory of the run", events, octets[0] + " B/event");
                cell(cells, "Memory of the picture", events, octets[1] + " B/event");
            }
        }
        String table = table(cells);
        Files.writeString(Path.of(args[0]), table);
        System.out.println(table);
    }

    private static String shortName(String benchmark) {
        String[] parts = benchmark.split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    private static void put(
            Map<String, Map<Integer, String>> cells, String name, int column, Result<?> result) {
        String value = String.format(Locale.ROOT, "%,.3g", result.getScore());
        double score = result.getScore();
        if (score >= 100) {
            value = String.format(Locale.ROOT, "%,.0f", score);
        } else if (score >= 1) {
            value = String.format(Locale.ROOT, "%.1f", score);
        }
        cell(cells, name, column, value + " " + result.getScoreUnit());
    }

    private static void cell(
            Map<String, Map<Integer, String>> cells, String name, int column, String value) {
        cells.computeIfAbsent(name, _ -> new TreeMap<>()).put(column, value);
    }

    private static String table(Map<String, Map<Integer, String>> cells) {
        StringBuilder table = new StringBuilder("| | any | 100 | 10,000 | 1,000,000 events |\n");
        table.append("|---|---|---|---|---|\n");
        cells.forEach((name, row) -> {
            table.append("| ").append(name);
            for (int column : new int[] {0, 100, 10_000, 1_000_000}) {
                table.append(" | ").append(row.getOrDefault(column, ""));
            }
            table.append(" |\n");
        });
        return table.toString();
    }
}
