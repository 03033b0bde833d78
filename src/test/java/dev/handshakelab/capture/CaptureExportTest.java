package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs written as captures. */
class CaptureExportTest {
    private static final Set<Side> BOTH = Set.of(Side.A, Side.B);
    private static final int ENHANCED_PACKET = 6;
    private static final int IP_HEADER = 20;

    static List<Scenario> scenarios() {
        return ScenarioLibrary.bundled().scenarios();
    }

    private static Timeline run(String id) {
        return Simulation.run(ScenarioLibrary.bundled().find(id).orElseThrow().plan()).timeline();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsReadIsWhatWasWritten(Scenario scenario) {
        SimulatedCapture written =
                SimulatedCapture.of(Simulation.run(scenario.plan()).timeline(), BOTH);
        Capture read = written.capture();
        assertThat(read.problem()).isNull();
        assertThat(read.segments()).hasSameSizeAs(written.packets());
        for (CapturedSegment captured : read.segments()) {
            var packet = written.packets().get(captured.number() - 1);
            Segment expected = packet.flight().segment();
            assertThat(captured.segment().withText(Octets.EMPTY))
                    .isEqualTo(expected.withText(Octets.EMPTY));
            // Of longer text only the length is kept.
            assertThat(captured.segment().text().length()).isEqualTo(expected.text().length());
            if (expected.text().length() <= 64) {
                assertThat(captured.segment().text()).isEqualTo(expected.text());
            }
            assertThat(captured.atNanos())
                    .isEqualTo(SimulatedCapture.EPOCH_NANOS + packet.frame().atNanos());
            assertThat(captured.travel()).isEqualTo(packet.isSent() ? Travel.OUT : Travel.IN);
            assertThat(captured.point() >> 16).isEqualTo(packet.at().ordinal());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void checksumsAreRight(Scenario scenario) {
        SimulatedCapture written =
                SimulatedCapture.of(Simulation.run(scenario.plan()).timeline(), BOTH);
        byte[] file = written.file();
        ByteBuffer blocks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int packets = 0;
        for (int at = 0; at < file.length; at += blocks.getInt(at + 4)) {
            if (blocks.getInt(at) == ENHANCED_PACKET) {
                byte[] packet = new byte[blocks.getInt(at + 20)];
                blocks.get(at + 28, packet);
                assertThat(sum(packet, 0, IP_HEADER, 0)).isEqualTo(0xffff);
                int tcp = packet.length - IP_HEADER;
                // The pseudo-header of RFC 9293, 3.1: addresses, protocol, length.
                int pseudo = sum(packet, 12, 8, 6 + tcp);
                assertThat(sum(packet, IP_HEADER, tcp, pseudo)).isEqualTo(0xffff);
                packets++;
            }
        }
        assertThat(packets).isEqualTo(written.packets().size());
    }

    private static int sum(byte[] bytes, int from, int length, int start) {
        int sum = start;
        for (int i = 0; i < length; i++) {
            sum += (bytes[from + i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }

    @Test
    void whatIsLostStandsOnlyWhereItWasSent() {
        Timeline run = run("S02a");
        assertThat(run.flights().stream().filter(Flight::isLost)).hasSize(1);
        int sent = SimulatedCapture.of(run, Set.of(Side.A)).packets().size();
        int received = SimulatedCapture.of(run, Set.of(Side.B)).packets().size();
        assertThat(sent).isEqualTo(received + 1);
    }

    @Test
    void twoEndsAreTwoInterfaces() {
        Capture capture = SimulatedCapture.of(run("F06"), BOTH).capture();
        assertThat(capture.interfaces())
                .extracting(CaptureInterface::name)
                .containsExactly("a", "b");
        assertThat(capture.interfaces())
                .extracting(CaptureInterface::unitsPerSecond)
                .containsOnly(1_000_000_000L);
        assertThat(capture.interfaces().getFirst().addresses()).containsExactly("10.0.0.1");
    }

    @Test
    void commentsNameStatesAndRules() {
        String file =
                new String(SimulatedCapture.of(run("F06"), BOTH).file(), StandardCharsets.UTF_8);
        assertThat(file)
                .contains("A: SYN-SENT -> ESTABLISHED, R-SYNSENT-SYNACK")
                .contains("R-SYNSENT-SYNACK: SYN on, SND.UNA=100 < SEG.ACK=101 =< SND.NXT=101")
                .contains("B: SYN-RECEIVED -> ESTABLISHED, R-SYNRCVD-ACK")
                .contains("host B 10.0.0.2:80")
                .contains("segment 1 sent by A, first")
                .contains("Handshake Lab");
    }

    @Test
    void fateAndOriginStandInTheComments() {
        String lost =
                new String(SimulatedCapture.of(run("S02a"), BOTH).file(), StandardCharsets.UTF_8);
        assertThat(lost).contains("segment 1 sent by A, first, lost on its way");
        String copied =
                new String(SimulatedCapture.of(run("S28b"), BOTH).file(), StandardCharsets.UTF_8);
        assertThat(copied).contains("copy of segment").contains("network-copy");
    }

    /** A capture of both ends says as much as the run; only strangers cannot be told in it. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void marksOfTheCaptureAreThoseOfTheRun(Scenario scenario) {
        Timeline run = Simulation.run(scenario.plan()).timeline();
        boolean hasStrangers =
                run.flights().stream().anyMatch(flight -> flight.origin() != Flight.Origin.HOST);
        List<Conversation> conversations =
                Conversations.of(SimulatedCapture.of(run, BOTH).capture());
        boolean isTcp =
                scenario.plan().a().endpoint().options().isTcp()
                        && scenario.plan().b().endpoint().options().isTcp();
        // In S22b a new SYN has the number of the old one.
        boolean isClear = !hasStrangers && isTcp && !scenario.id().equals("S22b");
        if (isClear && !conversations.isEmpty()) {
            Inferred inferred = Inference.of(conversations.getFirst());
            assertThat(summary(Marks.of(inferred))).isEqualTo(summary(Marks.of(run)));
        }
    }

    /** A capture ends with its last segment, so that a CLOSE-WAIT may seem to last. */
    private static Map<Mark.Kind, Integer> summary(Marks marks) {
        Map<Mark.Kind, Integer> summary = new EnumMap<>(Mark.Kind.class);
        summary.putAll(marks.summary());
        summary.remove(Mark.Kind.CLOSE_WAIT_LASTS);
        return summary;
    }

    @Test
    void withoutAPlaceThereIsNothingToWrite() {
        Timeline run = run("F06");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> CaptureExport.write(run, Set.of(), 0, out))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void theSamePacketsInTheClassicFormatSayTheSame() {
        SimulatedCapture written = SimulatedCapture.of(run("S26"), Set.of(Side.A));
        Capture classic = CaptureReader.read(new ByteArrayInputStream(classic(written.file())));
        assertThat(classic.problem()).isNull();
        assertThat(classic.segments())
                .extracting(CapturedSegment::segment)
                .isEqualTo(
                        written.capture().segments().stream()
                                .map(CapturedSegment::segment)
                                .toList());
        Inferred inferred = Inference.of(Conversations.of(classic).getFirst());
        assertThat(inferred.watched()).isEqualTo(Set.of(Side.A));
    }

    /** Big-endian, in nanoseconds. */
    private static byte[] classic(byte[] file) {
        ByteBuffer blocks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocate(file.length);
        out.putInt(0xa1b23c4d).putShort((short) 2).putShort((short) 4).putLong(0);
        out.putInt(65535).putInt(PcapngWriter.LINK_RAW_IP);
        for (int at = 0; at < file.length; at += blocks.getInt(at + 4)) {
            if (blocks.getInt(at) == ENHANCED_PACKET) {
                long nanos =
                        (long) blocks.getInt(at + 12) << 32
                                | Integer.toUnsignedLong(blocks.getInt(at + 16));
                byte[] packet = new byte[blocks.getInt(at + 20)];
                blocks.get(at + 28, packet);
                out.putInt((int) (nanos / 1_000_000_000L));
                out.putInt((int) (nanos % 1_000_000_000L));
                out.putInt(packet.length).putInt(packet.length).put(packet);
            }
        }
        byte[] bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return bytes;
    }
}
