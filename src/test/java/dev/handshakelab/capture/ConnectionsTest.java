package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.capture.Connection.Verdict;
import dev.handshakelab.testing.ProjectFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {
    private static final Path FOLDER = ProjectFiles.ROOT.resolve("src/test/resources/captures");

    private static List<Connection> connections(String scenario, String... ends) {
        return Connections.of(
                Stream.of(ends)
                        .map(end -> FOLDER.resolve(scenario).resolve(end + ".pcapng"))
                        .map(ConnectionsTest::read)
                        .toList());
    }

    private static Capture read(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            return CaptureReader.read(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "close-client-4seg, COMPLETE",
        "close-3seg, COMPLETE",
        "half-close-client, COMPLETE",
        "lost-syn-1, COMPLETE",
        "lost-handshake-ack-idle, COMPLETE",
        "syn-timeout-classic, UNANSWERED",
        "refused, REFUSED",
        "stale-syn-established, COMPLETE",
        "simultaneous-open, COMPLETE",
        "simultaneous-close, COMPLETE",
        "close-wait-leak, HALF_CLOSED",
        "abort-linger0, ABORTED_BY_A",
        "zero-window, COMPLETE",
        "seq-wrap-data, COMPLETE",
        "ipv6-close, COMPLETE",
        "midstream, BEGINS_MIDSTREAM"
    })
    void aConnectionHasAVerdict(String scenario, Verdict verdict) {
        assertThat(connections(scenario, "a"))
                .extracting(Connection::verdict)
                .containsExactly(verdict);
        assertThat(connections(scenario, "a", "b"))
                .extracting(Connection::verdict)
                .containsExactly(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "time-wait-new-syn, COMPLETE, COMPLETE",
        "half-open-reconnect, STILL_OPEN, COMPLETE",
        "old-duplicate-syn, UNANSWERED, COMPLETE"
    })
    void aPairOfPortsThatIsUsedAgainIsAnotherConnection(
            String scenario, Verdict first, Verdict second) {
        List<Connection> connections = connections(scenario, "a");
        assertThat(connections).extracting(Connection::verdict).containsExactly(first, second);
        assertThat(connections).extracting(Connection::incarnation).containsExactly(1, 2);
    }

    @Test
    void octetsAreCountedOnceAndTimesAreTaken() {
        Connection connection = connections("lost-data-rto", "a").getFirst();
        assertThat(connection.octetsFromA()).isEqualTo(10);
        assertThat(connection.octetsFromB()).isEqualTo(11);
        assertThat(connection.durationNanos()).isBetween(300_000_000L, 2_000_000_000L);
        assertThat(connection.conversation().b().port()).isLessThan(6_000);
        Connection wrapped = connections("seq-wrap-data", "b").getFirst();
        assertThat(wrapped.octetsFromA()).isEqualTo(4_000);
    }
}
