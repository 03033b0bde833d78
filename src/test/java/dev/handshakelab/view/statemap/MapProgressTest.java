package dev.handshakelab.view.statemap;

import static dev.handshakelab.timeline.Side.A;
import static dev.handshakelab.timeline.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Edge;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TransitionTable;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.statemap.MapItem.OfWay;
import dev.handshakelab.view.statemap.MapProgress.Taken;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MapProgressTest {
    private static final OfWay CALL = new OfWay(TcpState.CLOSED, TcpState.SYN_SENT);
    private static final OfWay ANSWER = new OfWay(TcpState.LISTEN, TcpState.SYN_RECEIVED);
    private static final OfWay OPEN_A = new OfWay(TcpState.SYN_SENT, TcpState.ESTABLISHED);
    private static final OfWay OPEN_B = new OfWay(TcpState.SYN_RECEIVED, TcpState.ESTABLISHED);

    @Test
    void withoutATimelineNothingHasHappened() {
        MapProgress progress = MapProgress.of(null, 7);
        assertThat(progress.host(A)).isNull();
        assertThat(progress.isIn(A, TcpState.CLOSED)).isFalse();
        assertThat(progress.latest(A)).isEmpty();
        assertThat(progress.lastTaken(CALL)).isNull();
    }

    @Test
    void aWayIsNowOnlyInTheFrameThatTakesIt() {
        Timeline timeline = Stories.handshake();
        int answered = frameOf(timeline, B, TcpState.SYN_RECEIVED);
        int open = frameOf(timeline, A, TcpState.ESTABLISHED);
        assertThat(answered).isPositive().isLessThan(open);

        MapProgress before = MapProgress.of(timeline, answered - 1);
        assertThat(before.lastTaken(ANSWER)).isNull();
        assertThat(before.isIn(B, TcpState.LISTEN)).isTrue();

        MapProgress at = MapProgress.of(timeline, answered);
        assertThat(at.isNow(B, ANSWER)).isTrue();
        assertThat(at.isLit(B, ANSWER)).isTrue();
        assertThat(at.isLit(A, ANSWER)).isFalse();
        assertThat(at.isLit(A, CALL)).as("A came here by its call").isTrue();
        assertThat(at.isNow(A, CALL)).isFalse();
        assertThat(at.isIn(B, TcpState.SYN_RECEIVED)).isTrue();
        assertThat(at.lastTaken(ANSWER))
                .isEqualTo(new Taken(answered, B, ANSWER, Rule.R_LISTEN_SYN));

        MapProgress after = MapProgress.of(timeline, open);
        assertThat(after.isLit(A, CALL)).isFalse();
        assertThat(after.lastTaken(CALL)).as("still seen").isNotNull();
        assertThat(after.isLit(A, OPEN_A)).isTrue();
        assertThat(after.isLit(B, ANSWER)).isTrue();
    }

    @Test
    void theEndHasSeenTheWholeHandshake() {
        Timeline timeline = Stories.handshake();
        MapProgress end = MapProgress.of(timeline, Integer.MAX_VALUE);
        assertThat(end.frameIndex()).isEqualTo(timeline.lastIndex());
        for (OfWay way : new OfWay[] {CALL, ANSWER, OPEN_A, OPEN_B}) {
            assertThat(end.lastTaken(way)).as("%s", way).isNotNull();
        }
        assertThat(end.lastEntered(TcpState.FIN_WAIT_1)).isNull();
        assertThat(end.isIn(A, TcpState.ESTABLISHED)).isTrue();
        assertThat(end.isIn(B, TcpState.ESTABLISHED)).isTrue();
    }

    @Test
    void aCrashIsNoWay() {
        Timeline timeline = Stories.all().get("crash");
        int crash =
                timeline.frames().stream()
                        .filter(frame ->
                                frame.facts().stream().anyMatch(Fact.Crashed.class::isInstance))
                        .findFirst()
                        .orElseThrow()
                        .index();
        MapProgress progress = MapProgress.of(timeline, crash);
        assertThat(progress.isIn(B, TcpState.CLOSED)).isTrue();
        assertThat(progress.latest(B)).isEmpty();
        assertThat(progress.lastTaken(new OfWay(TcpState.ESTABLISHED, TcpState.CLOSED))).isNull();
        assertThat(progress.lastTaken(OPEN_B)).as("seen before the crash").isNotNull();
    }

    @Test
    void everyChangeOfStateInTheStoriesIsAWayOfTheMap() {
        Stories.all()
                .forEach((name, timeline) -> {
                    MapProgress end = MapProgress.of(timeline, timeline.lastIndex());
                    var edges = MapProgress.edges(timeline, null);
                    for (Side side : Side.values()) {
                        for (Taken step : end.latest(side)) {
                            assertThat(edges)
                                    .as("%s %s", name, step)
                                    .anyMatch(edge ->
                                            edge.from() == step.way().from()
                                                    && edge.to() == step.way().to()
                                                    && edge.rule() == step.rule());
                        }
                    }
                });
    }

    @Test
    void optionsBringTheirEdges() {
        assertThat(MapProgress.edges(null, null)).allMatch(Edge::isDefault).isNotEmpty();
        TcpOptions keepAlive = TcpOptions.RFC.with(Switch.KEEPALIVE);
        assertThat(MapProgress.edges(null, keepAlive))
                .extracting(Edge::rule)
                .contains(Rule.T_KEEPALIVE);
        assertThat(MapProgress.edges(Stories.handshake(), null))
                .containsExactlyElementsOf(
                        TransitionTable.edges().stream()
                                .filter(edge ->
                                        edge.isDefault()
                                                || edge.isPossibleWith(
                                                        optionsOf(Stories.handshake())))
                                .toList());
    }

    private static TcpOptions optionsOf(Timeline timeline) {
        return Objects.requireNonNull(timeline.frame(0).a().tcb()).options();
    }

    static int frameOf(Timeline timeline, Side side, TcpState state) {
        return timeline.frames().stream()
                .filter(frame -> frame.host(side).state() == state)
                .findFirst()
                .orElseThrow()
                .index();
    }
}
