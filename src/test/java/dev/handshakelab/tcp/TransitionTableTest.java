package dev.handshakelab.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.handshakelab.tcp.Edge.Need;
import dev.handshakelab.tcp.Edge.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The state diagram as data and the machine say the same. */
class TransitionTableTest {
    @Test
    void theMachineTakesEveryEdge() {
        List<Edge> untaken = new ArrayList<>(TransitionTable.edges());
        untaken.removeAll(Exploration.run().firstByEdge().keySet());
        assertThat(untaken).isEmpty();
    }

    @Test
    void theMachineTakesNoOtherEdge() {
        assertThat(Exploration.run().unknownEdges()).isEmpty();
    }

    @Test
    void anEdgeIsTakenOnlyWithWhatItNeeds() {
        Exploration.run()
                .firstByEdge()
                .forEach((edge, step) ->
                        assertThat(edge.isPossibleWith(step.before().options()))
                                .as("%s by %s", edge, step)
                                .isTrue());
    }

    @Test
    void anEdgeIsTakenByItsKindOfEvent() {
        Exploration.run()
                .firstByEdge()
                .forEach((edge, step) -> {
                    // A CLOSE that had to wait is carried out by what sets it free.
                    if (edge.rule() != Rule.U_CLOSE_CW) {
                        assertThat(trigger(step.event())).as("%s", edge).isEqualTo(edge.trigger());
                    }
                });
    }

    private static Trigger trigger(TcpEvent event) {
        return switch (event) {
            case TcpEvent.UserCall _ -> Trigger.USER_CALL;
            case TcpEvent.SegmentArrives _ -> Trigger.SEGMENT;
            case TcpEvent.Timeout _ -> Trigger.TIMEOUT;
        };
    }

    @Test
    void theFigureDrawsTheseEdges() {
        Set<String> drawn =
                TransitionTable.edges().stream()
                        .filter(Edge::inFigure)
                        .map(edge -> edge.from().rfcName() + " " + edge.to().rfcName())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(drawn)
                .containsExactlyInAnyOrder(
                        "CLOSED LISTEN",
                        "CLOSED SYN-SENT",
                        "LISTEN CLOSED",
                        "LISTEN SYN-SENT",
                        "LISTEN SYN-RECEIVED",
                        "SYN-SENT CLOSED",
                        "SYN-SENT SYN-RECEIVED",
                        "SYN-SENT ESTABLISHED",
                        "SYN-RECEIVED LISTEN",
                        "SYN-RECEIVED ESTABLISHED",
                        "SYN-RECEIVED FIN-WAIT-1",
                        "ESTABLISHED FIN-WAIT-1",
                        "ESTABLISHED CLOSE-WAIT",
                        "FIN-WAIT-1 FIN-WAIT-2",
                        "FIN-WAIT-1 CLOSING",
                        "FIN-WAIT-2 TIME-WAIT",
                        "CLOSE-WAIT LAST-ACK",
                        "CLOSING TIME-WAIT",
                        "LAST-ACK CLOSED",
                        "TIME-WAIT CLOSED");
    }

    @Test
    void whatTheFigureDrawsNeedsNoSwitch() {
        assertThat(TransitionTable.edges()).filteredOn(Edge::inFigure).allMatch(Edge::isDefault);
    }

    @Test
    void counterfactualEdgesBelongToCounterfactualRules() {
        for (Edge edge : TransitionTable.edges()) {
            assertThat(edge.need() instanceof Need.Counterfactual)
                    .as("%s", edge)
                    .isEqualTo(edge.rule().isCounterfactual());
        }
    }

    @Test
    void noEdgeStandsTwice() {
        assertThat(TransitionTable.edges()).doesNotHaveDuplicates();
    }

    @Test
    void edgesBetweenTwoStatesAreFoundTogether() {
        assertThat(TransitionTable.between(TcpState.LISTEN, TcpState.SYN_SENT))
                .extracting(Edge::rule)
                .containsExactly(Rule.U_SEND_LISTEN, Rule.U_OPEN_LISTEN_ACTIVE);
        assertThat(TransitionTable.between(TcpState.CLOSED, TcpState.ESTABLISHED)).isEmpty();
    }

    @Test
    void anEdgeLeadsToAnotherState() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Edge(
                                TcpState.LISTEN,
                                TcpState.LISTEN,
                                Rule.R_LISTEN_RST,
                                Trigger.SEGMENT,
                                false,
                                new Need.Nothing()))
                .withMessageContaining("R-LISTEN-RST");
    }
}
