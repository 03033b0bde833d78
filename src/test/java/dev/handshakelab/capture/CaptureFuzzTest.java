package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.ProjectFiles;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Damaged captures: whatever stands in a file, reading returns, and what was read can be used. The
 * system property {@code handshakelab.fuzz} says how many files are damaged.
 */
class CaptureFuzzTest {
    private static final int COUNT = Integer.getInteger("handshakelab.fuzz", 20_000);
    private static final long SEED = Long.getLong("handshakelab.fuzzSeed", 9293);

    /** More segments than this cannot stand in files as small as these. */
    private static final int MOST_OCTETS = 64 * 1024;

    private final Map<Testimony.Worth, Integer> told = new EnumMap<>(Testimony.Worth.class);

    @Test
    void damagedFilesAreReadAsFarAsTheyGo() {
        List<byte[]> originals = originals();
        Random random = new Random(SEED);
        Map<CaptureProblem.Kind, Integer> problems = new EnumMap<>(CaptureProblem.Kind.class);
        int whole = 0;
        for (int i = 0; i < COUNT; i++) {
            byte[] file = damaged(originals.get(random.nextInt(originals.size())), random);
            try {
                Capture capture =
                        CaptureReader.read(
                                new ByteArrayInputStream(file), ReadingObserver.PATIENT, 100_000);
                check(capture, file.length);
                CaptureProblem problem = capture.problem();
                if (problem == null) {
                    whole++;
                } else {
                    problems.merge(problem.kind(), 1, Integer::sum);
                }
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + SEED + ", file " + i, e);
            }
        }
        System.out.println("of " + COUNT + " damaged files: whole " + whole + ", " + problems);
        System.out.println("comments about hosts: " + told);
        assertThat(told).containsKeys(Testimony.Worth.BELIEVED, Testimony.Worth.CONTRADICTED);
        assertThat(whole).isPositive();
        assertThat(problems)
                .containsKeys(
                        CaptureProblem.Kind.TRUNCATED,
                        CaptureProblem.Kind.BLOCK_LENGTH,
                        CaptureProblem.Kind.UNKNOWN_FORMAT,
                        CaptureProblem.Kind.COMPRESSION_BROKEN);
    }

    private void check(Capture capture, int octets) {
        assertThat(capture.segments()).hasSizeLessThan(MOST_OCTETS / 20);
        CaptureProblem problem = capture.problem();
        if (problem != null && octets > 0) {
            assertThat(problem.byteOffset()).isBetween(0L, (long) MOST_OCTETS);
        }
        for (Conversation conversation : Conversations.of(capture)) {
            Inferred inferred = Inference.of(conversation);
            inferred.testimony().values().forEach(worth -> told.merge(worth, 1, Integer::sum));
            long last = 0;
            for (var frame : inferred.timeline().frames()) {
                assertThat(frame.atNanos()).isGreaterThanOrEqualTo(last);
                last = frame.atNanos();
            }
            for (Mark mark : Marks.of(inferred).all()) {
                assertThat(mark.frameIndex()).isBetween(0, inferred.timeline().lastIndex());
            }
            Timeline replayed = Replay.of(inferred).withControlBlocks();
            assertThat(replayed.frames()).hasSameSizeAs(inferred.timeline().frames());
            for (Connection connection : Connections.of(conversation)) {
                assertThat(connection.verdict()).isNotNull();
                assertThat(connection.durationNanos()).isNotNegative();
            }
        }
    }

    private static byte[] damaged(byte[] original, Random random) {
        byte[] file = original.clone();
        int wounds = 1 + random.nextInt(6);
        for (int i = 0; i < wounds && file.length > 0; i++) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(9)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> file = Arrays.copyOf(file, at);
                case 3 -> fill(file, at, 4, random.nextBoolean() ? -1 : 0);
                case 4 -> file = without(file, at, random.nextInt(40));
                case 5 -> file = repeated(file, at, random.nextInt(400));
                case 6, 7 -> reword(file, at, random);
                default -> fill(file, at & ~3, 1, random.nextInt(256));
            }
        }
        return file;
    }

    /** Another state where a comment of our own names one: the file lies but is well formed. */
    private static void reword(byte[] file, int from, Random random) {
        TcpState[] states = TcpState.values();
        for (int i = from; i + 30 < file.length; i++) {
            boolean isHost = file[i] == 'A' && file[i + 1] == ':';
            boolean isState = file[i] == 'n' && file[i + 1] == ' ';
            boolean isArrow = file[i] == '-' && file[i + 1] == '>';
            if (isHost || isState || isArrow) {
                String word = states[random.nextInt(states.length)].rfcName();
                byte[] octets = word.getBytes(StandardCharsets.US_ASCII);
                int at = isState ? i + 2 : i + 3;
                System.arraycopy(octets, 0, file, at, octets.length);
                return;
            }
        }
    }

    private static void fill(byte[] file, int at, int count, int value) {
        Arrays.fill(file, at, Math.min(file.length, at + count), (byte) value);
    }

    private static byte[] without(byte[] file, int at, int count) {
        int end = Math.min(file.length, at + count);
        byte[] shorter = Arrays.copyOf(file, file.length - (end - at));
        System.arraycopy(file, end, shorter, at, file.length - end);
        return shorter;
    }

    private static byte[] repeated(byte[] file, int at, int count) {
        int end = Math.min(file.length, at + count);
        byte[] longer = Arrays.copyOf(file, file.length + end - at);
        System.arraycopy(file, at, longer, end, file.length - at);
        return longer;
    }

    private static List<byte[]> originals() {
        List<byte[]> files = new ArrayList<>();
        for (String id : List.of("F06", "S22a", "S26", "S28b")) {
            Timeline run =
                    Simulation.run(ScenarioLibrary.bundled().find(id).orElseThrow().plan())
                            .timeline();
            files.add(SimulatedCapture.of(run, Set.of(Side.A, Side.B)).file());
        }
        for (Path file : ProjectFiles.below("src/test/resources/captures", "")) {
            String name = ProjectFiles.name(file);
            if (name.contains(".pcap")) {
                try {
                    files.add(Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(50);
        return files;
    }
}
