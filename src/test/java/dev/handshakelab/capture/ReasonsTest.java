package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.capture.Inferred.Kind;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.Captures;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static Inferred inferred(String... names) {
        List<Capture> captures = Stream.of(names).map(Captures::read).toList();
        return Inference.of(Conversations.of(captures).getFirst());
    }

    private static int frameOf(Inferred inferred, Side side, TcpState state) {
        for (int i = 0; i <= inferred.timeline().lastIndex(); i++) {
            var view = inferred.timeline().frame(i).host(side);
            if (view.state() == state && view.certainty() != Certainty.UNKNOWN) {
                return i;
            }
        }
        throw new AssertionError(state);
    }

    @Test
    void aWatchedHostIsWhereASegmentTookIt() {
        Inferred inferred = inferred("lost-fin/a.pcapng");
        int frame = frameOf(inferred, Side.A, TcpState.ESTABLISHED);
        assertThat(Reasons.of(inferred, Side.A, frame))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reason.Caused.class,
                        caused -> {
                            assertThat(caused.change().rule()).isEqualTo(Rule.R_SYNSENT_SYNACK);
                            assertThat(caused.evidence().kind()).isEqualTo(Kind.RECEIVED);
                            assertThat(caused.evidence().captured().number()).isEqualTo(2);
                        });
    }

    @Test
    void aHostThatNobodyWatchedNeedsASegmentThatShowsIt() {
        Inferred inferred = inferred("lost-fin/a.pcapng");
        int frame = frameOf(inferred, Side.B, TcpState.SYN_RECEIVED);
        List<Reason> reasons = Reasons.of(inferred, Side.B, frame);
        assertThat(reasons).hasSize(2);
        assertThat(reasons.get(0))
                .isInstanceOfSatisfying(
                        Reason.Caused.class,
                        caused ->
                                assertThat(caused.evidence().kind())
                                        .isEqualTo(Kind.PERHAPS_RECEIVED));
        assertThat(reasons.get(1))
                .isInstanceOfSatisfying(
                        Reason.ShownBy.class,
                        shown ->
                                assertThat(shown.evidence().captured().segment().flags().syn())
                                        .isTrue());
    }

    @Test
    void beforeTheFirstSegmentAStateComesFromIt() {
        Inferred inferred = inferred("lost-fin/a.pcapng");
        assertThat(Reasons.of(inferred, Side.A, 0))
                .singleElement()
                .isInstanceOf(Reason.FromTheBeginning.class);
    }

    @Test
    void aStateThatIsKnownAgainSaysFromWhichSegmentOn() {
        Inferred inferred = inferred("time-wait-new-syn/a.pcapng");
        int frame = frameOf(inferred, Side.B, TcpState.ESTABLISHED);
        assertThat(inferred.timeline().frame(frame - 1).host(Side.B).certainty())
                .isEqualTo(Certainty.UNKNOWN);
        assertThat(Reasons.of(inferred, Side.B, frame))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reason.Settled.class,
                        settled -> assertThat(settled.evidence().captured().number()).isEqualTo(5));
    }

    @Test
    void everyStateOfEveryCaptureHasAReason() {
        for (String folder : Captures.pairs()) {
            for (String end : List.of("a", "b")) {
                for (Conversation conversation :
                        Conversations.of(Captures.read(folder + "/" + end + ".pcapng"))) {
                    Inferred inferred = Inference.of(conversation);
                    for (int i = 0; i <= inferred.timeline().lastIndex(); i++) {
                        for (Side side : Side.values()) {
                            assertThat(Reasons.of(inferred, side, i))
                                    .as("%s %s, frame %d, %s", folder, end, i, side)
                                    .isNotEmpty();
                        }
                    }
                }
            }
        }
    }

    @Test
    void theUsersWordForThePlaceCounts() {
        Conversation conversation = Conversations.of(Captures.read("lost-fin/a.pcapng")).getFirst();
        PlaceGuess guess = PlaceGuess.of(conversation);
        assertThat(guess.place()).isEqualTo(CapturePlace.AT_A);
        assertThat(guess.reason()).isEqualTo(PlaceGuess.Reason.ANSWERS);
        assertThat(Inference.of(conversation).watched()).containsExactly(Side.A);
        assertThat(Inference.of(conversation, CapturePlace.AT_B).watched()).containsExactly(Side.B);
        assertThat(Inference.of(conversation, CapturePlace.BETWEEN).watched()).isEmpty();
    }
}
