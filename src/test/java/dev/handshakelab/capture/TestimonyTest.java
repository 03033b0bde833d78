package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.capture.Inference.Sources;
import dev.handshakelab.capture.Testimony.Worth;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comments of an exported run are worth when the file is opened again. */
class TestimonyTest {
    private static final Set<Side> BOTH = Set.of(Side.A, Side.B);

    @Test
    void commentsOfOtherProgramsAreNotLookedAt() {
        byte[] file = exported("S01", BOTH);
        assertThat(read(file).segments())
                .isNotEmpty()
                .allMatch(captured -> captured.testimony() != null);
        byte[] foreign = replaced(file, "Handshake Lab", "Handshake Lob");
        assertThat(read(foreign).segments())
                .isNotEmpty()
                .allMatch(captured -> captured.testimony() == null);
    }

    @Test
    void whatTheFileSaysIsSeenAndItsReasonIsTheFile() {
        Inferred inferred = inferred(exported("S01", BOTH));
        assertThat(inferred.testimony(Side.A)).isEqualTo(Worth.BELIEVED);
        int last = inferred.timeline().lastIndex();
        assertThat(inferred.timeline().frame(last).host(Side.A).certainty())
                .isEqualTo(Certainty.SEEN);
        assertThat(Reasons.of(inferred, Side.A, last).getFirst()).isInstanceOf(Reason.Told.class);
    }

    @Test
    void commentsThatContradictThePacketsCountForNothing() {
        byte[] lying = replaced(exported("S01", BOTH), "A: in SYN-SENT", "A: in CLOSED  ");
        // Of another form, that packet's comments are silent; the others still count.
        assertThat(inferred(lying).testimony(Side.A)).isEqualTo(Worth.BELIEVED);
        lying = replaced(exported("S01", BOTH), "A: in ESTABLISHED", "A: in LAST-ACK\0\0\0");
        assertThat(inferred(lying).testimony(Side.A)).isEqualTo(Worth.BELIEVED);
        lying = replaced(exported("S01", BOTH), "B: in SYN-RECEIVED", "B: in FIN-WAIT-001");
        assertThat(inferred(lying).testimony(Side.B)).isEqualTo(Worth.BELIEVED);

        lying = exported("S01", Set.of(Side.A));
        lying = replaced(lying, "A: CLOSED -> SYN-SENT, U-OPEN-ACTIVE", "x");
        lying = replaced(lying, "A: in SYN-SENT", "A: in LAST-ACK");
        Inferred inferred = inferred(lying);
        assertThat(inferred.testimony(Side.A)).isEqualTo(Worth.CONTRADICTED);
        Inferred plain = inferred(lying, Sources.SEGMENTS);
        assertThat(states(inferred)).isEqualTo(states(plain));
        assertThat(Reasons.of(inferred, Side.A, 1)).last().isEqualTo(new Reason.Contradicted());
    }

    @Test
    void aRunThatIsNotTcpSaysSo() {
        Inferred inferred = inferred(exported("S08a", Set.of(Side.B)));
        List<Reason> reasons = Reasons.of(inferred, Side.B, inferred.timeline().lastIndex());
        assertThat(reasons.getFirst())
                .isInstanceOfSatisfying(
                        Reason.Told.class,
                        told ->
                                assertThat(told.testimony().variants())
                                        .containsExactly(Variant.TWO_WAY_HANDSHAKE));
        assertThat(inferred.testimony(Side.A)).isEqualTo(Worth.OTHER_RULES);
        assertThat(Reasons.of(inferred, Side.A, 1)).containsExactly(new Reason.OtherRules());
    }

    @Test
    void theSegmentsAloneCanBeAsked() {
        Inferred inferred = inferred(exported("S08a", BOTH), Sources.SEGMENTS);
        assertThat(inferred.testimony()).containsEntry(Side.A, Worth.NONE);
        assertThat(Reasons.of(inferred, Side.A, 1)).noneMatch(Reason.Told.class::isInstance);
    }

    @Test
    void theCommentsOfAPacketAreUnderstood() {
        Testimony testimony =
                said(
                        "before, at 0.000000000 s: A: CLOSED -> LISTEN, U-OPEN-PASSIVE",
                        "segment 1 arrives at A",
                        "A: LISTEN -> SYN-RECEIVED, R-LISTEN-SYN",
                        "R-LISTEN-SYN: whatever",
                        "A: in SYN-RECEIVED, not TCP: ISN-ZERO NO-TIME-WAIT");
        assertThat(testimony).isNotNull();
        assertThat(testimony.before()).hasSize(1);
        assertThat(testimony.with()).hasSize(1);
        assertThat(testimony.stateAtFirst()).isEqualTo(TcpState.CLOSED);
        assertThat(testimony.variants())
                .containsExactlyInAnyOrder(Variant.ISN_ZERO, Variant.NO_TIME_WAIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing of ours",
                "A: in NOWHERE",
                "A: in ESTABLISHED, not TCP: MAGIC",
                "A: in ESTABLISHED, not TCP: ",
                "A: in ESTABLISHED|A: in ESTABLISHED",
                "A: in ESTABLISHED|A: ESTABLISHED -> FIN-WAIT-1, U-CLOSE-EST",
                "A: LISTEN -> SYN-RECEIVED, R-LISTEN-SYN|A: in ESTABLISHED",
                "A: LISTEN -> SYN-RECEIVED, R-LISTEN-SYN|B: in SYN-RECEIVED",
                "A: LISTEN -> ESTABLISHED, R-LISTEN-SYN|A: in ESTABLISHED",
                "A: LISTEN -> SYN-RECEIVED|A: in SYN-RECEIVED",
                "A: LISTEN -> SYN-RECEIVED, NO-RULE|A: in SYN-RECEIVED",
                "A: LISTEN -> ESTABLISHED, V-TWO-WAY|A: in ESTABLISHED",
                "C: in ESTABLISHED",
                "A: in ESTABLISHED "
            })
    void whatCannotBeTrueIsNotBelieved(String comments) {
        assertThat(said(comments.split("\\|", -1))).isNull();
    }

    private static @Nullable Testimony said(String... comments) {
        TestimonyReader reader = new TestimonyReader();
        for (String comment : comments) {
            reader.take(comment);
        }
        return reader.testimony();
    }

    private static List<TcpState> states(Inferred inferred) {
        return inferred.timeline().frames().stream()
                .map((Frame frame) -> frame.host(Side.A).state())
                .toList();
    }

    private static byte[] exported(String id, Set<Side> places) {
        var run = Simulation.run(ScenarioLibrary.bundled().find(id).orElseThrow().plan());
        return SimulatedCapture.of(run.timeline(), places).file();
    }

    private static Capture read(byte[] file) {
        Capture capture = CaptureReader.read(new ByteArrayInputStream(file));
        assertThat(capture.problem()).isNull();
        return capture;
    }

    private static Inferred inferred(byte[] file) {
        return inferred(file, Sources.COMMENTS_TOO);
    }

    private static Inferred inferred(byte[] file, Sources sources) {
        return Inference.of(Conversations.of(read(file)).getFirst(), null, sources);
    }

    /** Replaces a text in place; what is too short is filled up with blanks. */
    private static byte[] replaced(byte[] file, String old, String young) {
        String filled = young + " ".repeat(old.length() - young.length());
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(old);
        return text.replace(old, filled).getBytes(StandardCharsets.ISO_8859_1);
    }
}
