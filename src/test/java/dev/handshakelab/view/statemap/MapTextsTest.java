package dev.handshakelab.view.statemap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.StateMapLink;
import dev.handshakelab.tcp.Edge;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TransitionTable;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapTextsTest {
    private static final MapProgress NOTHING = MapProgress.of(null, 0);

    private static MapTexts texts(String language) {
        return new MapTexts(new Messages(Locale.forLanguageTag(language)));
    }

    private static StateMapLink link(Edge edge) {
        return new StateMapLink(
                edge.from(),
                edge.to(),
                TransitionTable.between(edge.from(), edge.to()),
                List.of(),
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyEdgeIsExplained(String language) {
        MapTexts texts = texts(language);
        Messages messages = new Messages(Locale.forLanguageTag(language));
        for (Edge edge : TransitionTable.edges()) {
            String spoken = texts.about(link(edge), NOTHING).spoken();
            assertThat(spoken)
                    .contains(edge.from().rfcName() + " → " + edge.to().rfcName())
                    .contains(edge.rule().id())
                    .contains(messages.get("rule." + edge.rule().id() + ".title"));
            edge.rule().citations().forEach(where -> assertThat(spoken).contains("" + where));
            if (edge.inFigure()) {
                assertThat(texts.event(edge.from(), edge.to())).as("%s", edge).isNotEmpty();
            } else {
                String why = "statemap.why." + OmissionReason.of(edge).name();
                assertThat(spoken).contains(messages.get(why));
            }
        }
    }

    @Test
    void everyReasonIsUsed() {
        assertThat(
                        TransitionTable.edges().stream()
                                .filter(edge -> !edge.inFigure())
                                .map(OmissionReason::of))
                .contains(OmissionReason.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyStateIsExplainedWithAllItsNames(String language) {
        MapTexts texts = texts(language);
        Messages messages = new Messages(Locale.forLanguageTag(language));
        for (TcpState state : TcpState.values()) {
            String key = "state." + state.rfcName();
            assertThat(texts.about(state, NOTHING).spoken())
                    .contains(state.rfcName())
                    .contains(messages.get(key + ".name"))
                    .contains(messages.get(key + ".socket"))
                    .contains(messages.get(key + ".waitsFor"));
        }
    }

    @Test
    void whatWasTakenIsSaidWithItsStepAndItsWhy() {
        Timeline timeline = Stories.handshake();
        int frame = MapProgressTest.frameOf(timeline, Side.B, TcpState.SYN_RECEIVED);
        MapProgress progress = MapProgress.of(timeline, frame);
        MapTexts texts = texts("en");
        Edge edge = TransitionTable.between(TcpState.LISTEN, TcpState.SYN_RECEIVED).getFirst();
        assertThat(texts.about(link(edge), progress).lines())
                .contains("rcv SYN / snd SYN,ACK", "B took this way in step " + frame + ".");
        assertThat(texts.latest(progress).lines().getFirst())
                .isEqualTo("B: LISTEN → SYN-RECEIVED (rcv SYN / snd SYN,ACK)");
        assertThat(texts.about(TcpState.SYN_RECEIVED, progress).lines()).contains("B is here now.");
    }

    @Test
    void aWayOutsideTheFigureIsNamedByItsRule() {
        Timeline timeline = Stories.reset();
        MapProgress end = MapProgress.of(timeline, timeline.lastIndex());
        assertThat(texts("en").latest(end).lines())
                .anyMatch(line -> line.startsWith("B: ESTABLISHED → CLOSED (ABORT"));
    }
}
