package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.ProjectFiles;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine in the place of hosts of captures. */
class ReplayTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "abort-linger0",
                "close-3seg",
                "close-client-4seg",
                "close-wait-leak",
                "half-close-client",
                "half-open-reconnect",
                "ipv6-close",
                "lost-data-rto",
                "lost-fin",
                "lost-handshake-ack-idle",
                "lost-last-ack",
                "lost-syn-1",
                "lost-synack",
                "old-duplicate-syn",
                "refused",
                "seq-wrap-data",
                "simultaneous-close",
                "simultaneous-open",
                "stale-syn-established",
                "syn-timeout-classic",
                "time-wait-new-syn",
                "zero-window"
            })
    void theKernelDoesWhatTheMachineDoes(String folder) {
        Inferred inferred = inferred("captures/" + folder + "/", ".pcapng");
        Replay replay = Replay.of(inferred);
        assertThat(replay.differences()).isEmpty();
        assertThat(replay.size()).isPositive();
        Timeline withBlocks = replay.withControlBlocks();
        for (Frame frame : withBlocks.frames()) {
            for (Side side : Side.values()) {
                var view = frame.host(side);
                if (view.tcb() != null) {
                    assertThat(view.tcb().state()).isEqualTo(view.state());
                    assertThat(view.certainty()).isNotEqualTo(Certainty.UNKNOWN);
                }
            }
        }
        assertThat(withBlocks.frames().getLast().a().tcb()).isNotNull();
    }

    @Test
    void controlBlocksHaveTheNumbersOfTheCapture() {
        Inferred inferred = inferred("captures/close-client-4seg/", ".pcapng");
        Replay replay = Replay.of(inferred);
        var segments = inferred.timeline().flights();
        var tcb = replay.tcb(Side.A, inferred.timeline().lastIndex()).orElseThrow();
        assertThat(tcb.send().iss()).isEqualTo(segments.getFirst().segment().seq());
        assertThat(tcb.receive().nxt()).isEqualTo(segments.getLast().segment().ack());
    }

    @Test
    void whereLinuxDepartsTheRfcSaysOtherwise() {
        Replay replay = Replay.of(inferred("captures/time-wait-new-syn/", ".pcapng"));
        MachineView reuse = view(replay, Rule.R_TW_SYN_REUSE);
        assertThat(reuse.isDeparture()).isTrue();
        assertThat(reuse.likeLinux().after().state()).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(reuse.rfcState()).isEqualTo(TcpState.TIME_WAIT);
    }

    @Test
    void aTimeoutThatNobodySawIsADifference() {
        Inferred inferred = inferred("captures-kernel/fw2timeout/", ".pcap");
        Replay replay = Replay.of(inferred);
        assertThat(replay.differences()).hasSize(1);
        MachineView difference = replay.differences().getFirst();
        assertThat(difference.verdict()).isEqualTo(MachineView.Verdict.OTHER_STATE);
        assertThat(difference.likeLinux().after().state()).isEqualTo(TcpState.FIN_WAIT_2);
        assertThat(difference.rfcRules()).contains(Rule.R_TEXT);
        assertThat(difference.rfcAnswers()).hasSize(1);
        int behind = difference.frameIndex() + 1;
        assertThat(replay.tcb(difference.side(), behind)).isEmpty();
    }

    @Test
    void longTransfersAreReplayedToTheEnd() {
        for (String folder : List.of("bulkloss", "reorder", "dup")) {
            Inferred inferred = inferred("captures-kernel/" + folder + "/", ".pcap.gz");
            Replay replay = Replay.of(inferred);
            assertThat(replay.differences()).as(folder).isEmpty();
            int last = inferred.timeline().lastIndex();
            assertThat(replay.tcb(Side.A, last)).as(folder).isPresent();
            assertThat(replay.tcb(Side.B, last)).as(folder).isPresent();
        }
    }

    @Test
    void whatBeginsMidstreamIsNotReplayed() {
        Replay replay = Replay.of(inferred("captures/midstream/", ".pcapng"));
        assertThat(replay.size()).isZero();
        assertThat(replay.at(1)).isEmpty();
    }

    @Test
    void runsOfTheMachineItselfAgree() {
        int replayed = 0;
        for (String id : List.of("F06", "F12", "F13", "S15b", "S24a", "S26", "S32b")) {
            Scenario scenario = ScenarioLibrary.bundled().find(id).orElseThrow();
            Timeline run = Simulation.run(scenario.plan()).timeline();
            Capture capture = SimulatedCapture.of(run, Set.of(Side.A, Side.B)).capture();
            Replay replay = Replay.of(Inference.of(Conversations.of(List.of(capture)).getFirst()));
            assertThat(replay.differences()).as(id).isEmpty();
            replayed += replay.size();
        }
        assertThat(replayed).isGreaterThan(50);
    }

    private static MachineView view(Replay replay, Rule rule) {
        for (int i = 0; i < 1000; i++) {
            var view = replay.at(i);
            if (view.isPresent() && view.get().likeLinux().rules().contains(rule)) {
                return view.get();
            }
        }
        throw new AssertionError(rule.id());
    }

    private static Inferred inferred(String folder, String ending) {
        List<Capture> captures = new ArrayList<>();
        for (String end : List.of("a", "b")) {
            Path file = ProjectFiles.ROOT.resolve("src/test/resources/" + folder + end + ending);
            try (InputStream input = Files.newInputStream(file)) {
                captures.add(CaptureReader.read(input));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Inference.of(Conversations.of(captures).getFirst());
    }
}
