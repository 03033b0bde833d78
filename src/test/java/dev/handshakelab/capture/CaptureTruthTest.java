package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.testing.ProjectFiles;
import dev.handshakelab.timeline.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inference against what an operating system said of itself while it was captured. The system
 * property {@code handshakelab.captures} names another folder with such captures.
 */
class CaptureTruthTest {
    private static final Path FOLDER =
            Path.of(
                    System.getProperty(
                            "handshakelab.captures",
                            ProjectFiles.ROOT.resolve("src/test/resources/captures").toString()));

    /** Which captures are opened, in which order. */
    enum Opened {
        BOTH("ab"),
        BOTH_SWAPPED("ba"),
        CLIENT_ONLY("a"),
        SERVER_ONLY("b");

        private final String ends;

        Opened(String ends) {
            this.ends = ends;
        }

        boolean has(Side side) {
            return ends.contains(side == Side.A ? "a" : "b");
        }
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("a.pcapng")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyVisibleTransitionIsFoundAndNoneIsInvented(Path folder) {
        List<String> complaints = new ArrayList<>();
        for (Opened opened : Opened.values()) {
            List<TruthCheck> checks = checks(folder, opened);
            if (checks.size() != capturedConnections(folder, opened)) {
                complaints.add(opened + ": only " + checks.size() + " connections");
            }
            for (TruthCheck check : checks) {
                check.complaints().forEach(text -> complaints.add(opened + ": " + text));
            }
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Opened.class)
    void figuresAreNotEmpty(Opened opened) throws IOException {
        int visible = 0;
        int found = 0;
        int right = 0;
        for (Path folder : folders()) {
            for (TruthCheck check : checks(folder, opened)) {
                visible += check.visible();
                found += check.found();
                right += check.framesRight() + check.peerRight();
                System.out.println(
                        folder.getFileName() + " " + opened.ends + " " + check.figures());
            }
        }
        System.out.println("all " + opened.ends + ": " + found + " of " + visible + " found");
        assertThat(visible).isPositive();
        assertThat(found).isEqualTo(visible);
        assertThat(right).isPositive();
    }

    private static long capturedConnections(Path folder, Opened opened) {
        return Truth.read(folder).stream()
                .filter(truth ->
                        Stream.of(Side.values())
                                .filter(opened::has)
                                .anyMatch(side -> truth.hasFrames(side)))
                .count();
    }

    private static List<TruthCheck> checks(Path folder, Opened opened) {
        List<Capture> captures =
                opened.ends
                        .chars()
                        .mapToObj(end -> read(folder.resolve((char) end + ".pcapng")))
                        .toList();
        List<TruthCheck> checks = new ArrayList<>();
        for (Truth truth : Truth.read(folder)) {
            for (Conversation conversation : Conversations.of(captures)) {
                if (Set.of(conversation.a(), conversation.b())
                        .equals(Set.copyOf(truth.sockets().values()))) {
                    Inferred inferred = Inference.of(conversation);
                    TruthCheck check = new TruthCheck(truth, conversation, inferred, 0);
                    for (Side side : Side.values()) {
                        if (opened.has(side)) {
                            check.checkWatched(side);
                        } else {
                            check.checkUnwatched(side);
                        }
                    }
                    checks.add(check);
                }
            }
        }
        return checks;
    }

    @Test
    void otherFormatsSayTheSame() {
        Path base = FOLDER.resolve("lost-syn-1");
        long begin =
                Inference.of(Conversations.of(read(base.resolve("a.pcapng"))).getFirst())
                        .beginsAtNanos();
        for (String name :
                List.of(
                        "usec-le.pcap",
                        "nsec-le.pcap",
                        "usec-be.pcap",
                        "snap60.pcap",
                        "rawip.pcap",
                        "vlan.pcap",
                        "gzip.pcapng.gz")) {
            Capture capture = read(FOLDER.resolve("formats").resolve(name));
            assertThat(capture.problem()).as(name).isNull();
            Conversation conversation = Conversations.of(capture).getFirst();
            Inferred inferred = Inference.of(conversation);
            TruthCheck check =
                    new TruthCheck(
                            Truth.read(base).getFirst(),
                            conversation,
                            inferred,
                            inferred.beginsAtNanos() - begin);
            check.checkWatched(Side.A);
            check.checkUnwatched(Side.B);
            assertThat(check.complaints()).as(name).isEmpty();
            assertThat(check.found()).as(name).isEqualTo(5);
        }
    }

    @Test
    void aMergedFileIsBothEnds() {
        Capture merged = read(FOLDER.resolve("formats/both-ends.pcapng"));
        assertThat(merged.interfaces()).hasSize(2);
        Inferred inferred = Inference.of(Conversations.of(merged).getFirst());
        assertThat(inferred.watched()).containsExactlyInAnyOrder(Side.values());
        assertThat(inferred.timeline().flights().stream().filter(flight -> flight.isLost()))
                .hasSize(1);
        assertThat(states(inferred, Side.A))
                .containsExactly(
                        "SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT");
        assertThat(states(inferred, Side.B))
                .containsExactly("SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED");
    }

    @Test
    void overLoopbackBothEndsAreSeen() {
        for (String name : List.of("sll.pcapng", "sll2.pcapng", "lo.pcapng")) {
            Capture capture = read(FOLDER.resolve("formats").resolve(name));
            Conversation conversation = Conversations.of(capture).getFirst();
            assertThat(conversation.a())
                    .as(name)
                    .extracting(TcpSocket::address)
                    .isEqualTo("127.0.0.1");
            Inferred inferred = Inference.of(conversation);
            assertThat(inferred.watched()).as(name).containsExactlyInAnyOrder(Side.values());
            assertThat(states(inferred, Side.A))
                    .as(name)
                    .containsExactly(
                            "SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT");
            assertThat(states(inferred, Side.B))
                    .as(name)
                    .containsExactly(
                            "SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED");
        }
    }

    private static List<String> states(Inferred inferred, Side side) {
        return inferred.transitions().stream()
                .filter(change -> change.side() == side)
                .map(change -> change.to().rfcName())
                .toList();
    }

    private static Capture read(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            return CaptureReader.read(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
