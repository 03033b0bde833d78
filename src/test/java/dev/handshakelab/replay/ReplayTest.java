package dev.handshakelab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.capture.Capture;
import dev.handshakelab.capture.Connection;
import dev.handshakelab.capture.Connections;
import dev.handshakelab.capture.Inference;
import dev.handshakelab.capture.Inferred;
import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.testing.Captures;
import dev.handshakelab.timeline.Side;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static List<Connection> connections(String... names) {
        List<Capture> captures = Stream.of(names).map(Captures::read).toList();
        return Connections.of(captures);
    }

    private static ReplayDifferences replayed(Connection connection) {
        Inferred inferred = Inference.of(connection.conversation());
        Plan plan = Replay.plan(inferred, connection).orElseThrow();
        return ReplayDifferences.of(
                inferred, connection.incarnation(), Simulation.run(plan).timeline());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "close-client-4seg",
                "close-wait-leak",
                "half-close-client",
                "ipv6-close",
                "lost-data-rto",
                "lost-fin",
                "lost-handshake-ack-idle",
                "lost-last-ack",
                "lost-syn-1",
                "lost-synack",
                "refused",
                "simultaneous-close",
                "simultaneous-open",
                "stale-syn-established",
                "time-wait-new-syn"
            })
    void theSimulatorDoesWhatWasCapturedAtBothEnds(String folder) {
        List<Connection> all = connections(folder + "/a.pcapng", folder + "/b.pcapng");
        assertThat(all).isNotEmpty();
        for (Connection connection : all) {
            ReplayDifferences differences = replayed(connection);
            assertThat(differences.onlyCaptured()).isEmpty();
            assertThat(differences.onlyReplayed()).isEmpty();
            assertThat(differences.isNone()).isTrue();
            assertThat(differences.alike()).isEqualTo(segments(connection));
        }
    }

    /** What the hosts themselves sent. */
    private static int segments(Connection connection) {
        Inferred inferred = Inference.of(connection.conversation());
        Exchange exchange = Exchange.of(inferred.timeline(), connection.incarnation());
        return Stream.of(Side.values()).mapToInt(side -> exchange.sentBy(side).size()).sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"close-client-4seg", "half-close-client", "lost-data-rto", "lost-syn-1"})
    void oneCaptureIsEnough(String folder) {
        for (String end : List.of("a", "b")) {
            Connection connection = connections(folder + "/" + end + ".pcapng").getFirst();
            assertThat(replayed(connection).isNone()).isTrue();
        }
    }

    @Test
    void whereTheMachineDoesOtherwiseItIsSaid() {
        // Linux sends RST,ACK when an application aborts; the RFC sends RST.
        Connection aborted = connections("abort-linger0/a.pcapng").getFirst();
        ReplayDifferences differences = replayed(aborted);
        assertThat(differences.isNone()).isFalse();
        assertThat(differences.onlyCaptured())
                .singleElement()
                .satisfies(flight ->
                        assertThat(flight.segment().flags().toString()).isEqualTo("RST,ACK"));
        assertThat(differences.onlyReplayed())
                .singleElement()
                .satisfies(
                        flight -> assertThat(flight.segment().flags().toString()).isEqualTo("RST"));
    }

    @Test
    void whatBeginsInTheMiddleCannotBeReplayed() {
        Connection midstream = connections("midstream/a.pcapng").getFirst();
        assertThat(Replay.obstacle(midstream)).contains(Replay.Obstacle.BEGINS_MIDSTREAM);
    }
}
