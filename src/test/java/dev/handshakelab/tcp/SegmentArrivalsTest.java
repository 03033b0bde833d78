package dev.handshakelab.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Bench.Past;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The presets against a capture of Linux 6.18: one test a row. LINUX_LIKE has to agree with every
 * row, no difference is accepted; RFC may differ only for the reasons of {@link LinuxDifference}.
 *
 * <p>How the capture's words map to the machine's: each row is done without timestamps, SACK and
 * window scaling. "(after close)" is CLOSE that also ends reading, a half-close is the RFC's CLOSE.
 * A listening socket stays where it is and each connection is a new one there; the machine has one
 * control block, so that a connection which is dropped before it was open is "LISTEN" in both. A
 * socket's error is what {@link Signal.Failed} and {@link Signal.ResetWhileClosing} say; after
 * close() nobody hears it. PSH, windows, exact times below a tenth of a second and the same reply
 * sent twice are not compared.
 */
class SegmentArrivalsTest {
    private static final Past PAST = new Past(false, true, 3_000_000, 5_000_000);

    static List<Arrival> rows() {
        return Arrival.all();
    }

    @Test
    void thereAreRowsForEverySituation() {
        assertThat(rows()).extracting(Arrival::situation).contains(Situation.values());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void linuxLikeDoesWhatLinuxDid(Arrival row) {
        assertThat(differences(TcpOptions.LINUX_LIKE, row)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theRfcPresetDiffersOnlyForAKnownReason(Arrival row) {
        Experiment experiment = new Experiment(TcpOptions.RFC, PAST, row);
        List<String> differences = differences(experiment, row);
        List<LinuxDifference> reasons = LinuxDifference.of(experiment);
        if (reasons.isEmpty()) {
            assertThat(differences).as("differs without a known reason").isEmpty();
        } else {
            assertThat(differences).as("no longer differs by " + reasons).isNotEmpty();
        }
    }

    private static List<String> differences(TcpOptions options, Arrival row) {
        return differences(new Experiment(options, PAST, row), row);
    }

    /** What the machine did otherwise than the row says; empty if nothing. */
    private static List<String> differences(Experiment experiment, Arrival row) {
        List<String> differences = new ArrayList<>();
        List<Experiment.Answer> wanted = new ArrayList<>();
        for (Arrival.Answer reply : row.replies()) {
            Experiment.Answer answer =
                    new Experiment.Answer(
                            reply.flags(),
                            experiment.value(reply.seq()),
                            reply.ack() == null ? 0 : experiment.value(reply.ack()),
                            reply.length());
            if (wanted.isEmpty() || !wanted.getLast().equals(answer)) {
                wanted.add(answer);
            }
        }
        compare(differences, "replies", wanted, experiment.answers());
        compare(differences, "state", row.after(), experiment.after().state());
        compare(differences, "error", String.valueOf(row.error()), experiment.error() + "");
        if (row.read() != null && row.error() == null) {
            compare(differences, "read", row.read(), experiment.read());
        }
        if (row.situation() == Situation.SYN_RECEIVED_PASSIVE) {
            compare(differences, "accepted", row.accepted(), experiment.connected());
        }
        return differences;
    }

    private static void compare(List<String> differences, String what, Object linux, Object ours) {
        if (!linux.equals(ours)) {
            differences.add(what + ": Linux " + linux + ", the machine " + ours);
        }
    }
}
