package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.capture.Mark.Kind;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.testing.ProjectFiles;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is marked in captures of a kernel, and in runs, of which is known why a segment was sent.
 */
class MarksTest {
    private static final Set<Kind> AGAIN =
            EnumSet.of(
                    Kind.SYN_RETRANSMITTED,
                    Kind.RETRANSMISSION_TIMEOUT,
                    Kind.RETRANSMISSION_FAST,
                    Kind.RETRANSMISSION_SPURIOUS);

    @ParameterizedTest
    @CsvSource({
        "abort-linger0, RESET_ABORT_UNREAD",
        "close-3seg, ''",
        "close-client-4seg, ''",
        "close-wait-leak, CLOSE_WAIT_LASTS",
        "half-close-client, HALF_CLOSE",
        "half-open-reconnect," + " PORT_REUSED CHALLENGE_ACK RESET_ACK_OF_UNSENT SYN_RETRANSMITTED",
        "ipv6-close, ''",
        "lost-data-rto, LOST RETRANSMISSION_TIMEOUT",
        "lost-fin, LOST RETRANSMISSION_TIMEOUT",
        "lost-handshake-ack-idle, LOST SYN_RETRANSMITTED DUPLICATE_ACK",
        "lost-last-ack, LOST RETRANSMISSION_TIMEOUT DUPLICATE_ACK",
        "lost-syn-1, LOST SYN_RETRANSMITTED",
        "midstream, BEGINS_MIDSTREAM",
        "old-duplicate-syn,"
                + " PORT_REUSED RESET_ACK_OF_UNSENT SYN_RETRANSMITTED OUT_OF_ORDER CHALLENGE_ACK",
        "refused, RESET_REFUSED",
        "seq-wrap-data, ''",
        "simultaneous-close, SIMULTANEOUS_CLOSE",
        "simultaneous-open, SIMULTANEOUS_OPEN DUPLICATE_ACK DUPLICATE_ACK",
        "stale-syn-established, NETWORK_COPY CHALLENGE_ACK",
        "time-wait-new-syn, TIME_WAIT_REUSED",
        "zero-window," + " ZERO_WINDOW WINDOW_PROBE WINDOW_PROBE_ANSWER WINDOW_PROBE WINDOW_UPDATE",
    })
    void capturesOfBothEndsAreMarked(String folder, String kinds) {
        Marks marks = Marks.of(inferred(folder + "/a.pcapng", folder + "/b.pcapng"));
        assertThat(marks.all().stream().map(mark -> mark.kind().name()))
                .containsExactly(kinds.isEmpty() ? new String[0] : kinds.split(" "));
    }

    @Test
    void aSynThatNothingAnswersIsMarkedWithItsTries() {
        Marks marks = Marks.of(inferred("syn-timeout-classic/a.pcapng"));
        assertThat(marks.summary())
                .isEqualTo(Map.of(Kind.SYN_RETRANSMITTED, 2, Kind.SYN_UNANSWERED, 1));
        Mark last = marks.all().getLast();
        assertThat(last.figure(Mark.Quantity.COUNT)).hasValue(3);
        assertThat(last.severity()).isEqualTo(Mark.Severity.PROBLEM);
        assertThat(marks.ofFlight(last.flightId())).contains(last);
        assertThat(marks.ofFrame(last.frameIndex())).contains(last);
    }

    @Test
    void ofOneEndLossIsNotKnown() {
        assertThat(Marks.of(inferred("lost-data-rto/a.pcapng")).summary())
                .isEqualTo(Map.of(Kind.RETRANSMISSION_TIMEOUT, 1));
        assertThat(Marks.of(inferred("lost-data-rto/b.pcapng")).summary()).isEmpty();
    }

    @Test
    void cutPacketsAreNotedOnce() {
        assertThat(Marks.of(inferred("formats/snap60.pcap")).summary())
                .containsEntry(Kind.SNAPPED, 1);
    }

    @Test
    void aPartOfAStoryHasItsOwnSummary() {
        Marks marks = Marks.of(inferred("half-open-reconnect/a.pcapng"));
        assertThat(marks.summary(0, 0)).isEmpty();
        assertThat(marks.summary(0, Long.MAX_VALUE)).isEqualTo(marks.summary());
    }

    @Test
    void lossesOfALongTransferAreRepairedFastOrAfterATimeout() {
        Map<Kind, Integer> marks = kernel("bulkloss", "a", "b").summary();
        assertThat(marks)
                .containsEntry(Kind.LOST, 4)
                .containsEntry(Kind.RETRANSMISSION_FAST, 2)
                .containsEntry(Kind.RETRANSMISSION_TIMEOUT, 2)
                .containsKey(Kind.DUPLICATE_ACK);
        assertThat(kernel("bulkloss", "b").summary()).containsKey(Kind.LOSS_SUSPECTED);
    }

    @Test
    void whatWasOvertakenIsNoLoss() {
        assertThat(kernel("reorder", "a", "b").summary())
                .containsEntry(Kind.OUT_OF_ORDER, 9)
                .containsEntry(Kind.RETRANSMISSION_SPURIOUS, 3)
                .doesNotContainKey(Kind.LOST);
        assertThat(kernel("reorder", "b").summary())
                .containsEntry(Kind.OUT_OF_ORDER, 9)
                .doesNotContainKey(Kind.LOSS_SUSPECTED);
    }

    @Test
    void copiesOfTheNetworkAreNoRetransmissionsEvenAtOneEnd() {
        assertThat(kernel("dup", "b").summary())
                .containsEntry(Kind.NETWORK_COPY, 11)
                .doesNotContainKeys(Kind.RETRANSMISSION_TIMEOUT, Kind.RETRANSMISSION_FAST);
    }

    private static Marks kernel(String folder, String... ends) {
        String[] files =
                Stream.of(ends)
                        .map(end -> "../captures-kernel/" + folder + "/" + end + ".pcap.gz")
                        .toArray(String[]::new);
        return Marks.of(inferred(files));
    }

    /** Purposes of which every segment has to have one of the marks, and no other segment. */
    enum Told {
        AGAIN(Purpose.RETRANSMISSION, MarksTest.AGAIN),
        KEEPALIVE(Purpose.KEEPALIVE, EnumSet.of(Kind.KEEP_ALIVE)),
        PROBE(Purpose.WINDOW_PROBE, EnumSet.of(Kind.WINDOW_PROBE)),
        UPDATE(Purpose.WINDOW_UPDATE, EnumSet.of(Kind.WINDOW_UPDATE));

        private final Purpose purpose;
        private final Set<Kind> kinds;

        Told(Purpose purpose, Set<Kind> kinds) {
            this.purpose = purpose;
            this.kinds = kinds;
        }
    }

    @ParameterizedTest
    @EnumSource(Told.class)
    void marksOfRunsAgreeWithWhyTheSegmentsWereSent(Told told) {
        Set<String> expected = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        for (Scenario scenario : ScenarioLibrary.bundled().scenarios()) {
            Timeline timeline = Simulation.run(scenario.plan()).timeline();
            for (Flight flight : timeline.flights()) {
                if (flight.purpose() == told.purpose) {
                    expected.add(scenario.id() + " " + flight.id());
                }
            }
            for (Mark mark : Marks.of(timeline).all()) {
                if (told.kinds.contains(mark.kind())) {
                    marked.add(scenario.id() + " " + mark.flightId());
                }
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(marked).isEqualTo(expected);
    }

    private static Inferred inferred(String... files) {
        List<Capture> captures = new ArrayList<>();
        for (String file : files) {
            Path path = ProjectFiles.ROOT.resolve("src/test/resources/captures/" + file);
            try (InputStream input = Files.newInputStream(path)) {
                captures.add(CaptureReader.read(input));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Inference.of(Conversations.of(captures).getFirst());
    }
}
