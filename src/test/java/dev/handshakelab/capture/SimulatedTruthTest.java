package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inference from captures of simulated runs finds the states that the hosts really had. */
class SimulatedTruthTest {
    /**
     * Runs of which the packets say something else, each with the reason. In both, another TCP
     * sends and receives the very same segments.
     */
    private static final Map<String, String> AMBIGUOUS =
            Map.of(
                    "S05b", "whether a crossing SYN-ACK is acceptable changes no segment",
                    "S20b", "a RST that a switch lets TIME-WAIT ignore looks like any other");

    /**
     * Runs that inference reads wrongly so far: forged or old segments at a moment where a rare
     * rule decides. One that it reads rightly has to leave this list.
     */
    private static final Map<String, String> NOT_YET =
            Map.of(
                    "X07", "forged text behind the FIN: the RST that follows ends TIME-WAIT",
                    "X12", "an old SYN leaves TIME-WAIT, and a RST leads back to it",
                    "X17", "all is forged, so the guess which end was captured is wrong",
                    "X19", "Linux takes an ACK of nothing new as the end of the handshake",
                    "X22", "Linux resets for text behind the FIN");

    static List<Scenario> scenarios() {
        return all().filter(scenario -> !NOT_YET.containsKey(scenario.id())).toList();
    }

    static List<Scenario> notYet() {
        return all().filter(scenario -> NOT_YET.containsKey(scenario.id())).toList();
    }

    private static Stream<Scenario> all() {
        return ScenarioLibrary.bundled().scenarios().stream()
                .filter(scenario -> scenario.plan().a().endpoint().options().variants().isEmpty())
                .filter(scenario -> scenario.plan().b().endpoint().options().variants().isEmpty())
                .filter(scenario -> !AMBIGUOUS.containsKey(scenario.id()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void watchedHostsAreFoundInTheirStates(Scenario scenario) {
        assertThat(complaints(scenario)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notYet")
    void whatIsReadWronglyIsKnown(Scenario scenario) {
        assertThat(complaints(scenario)).as("take %s off the list", scenario.id()).isNotEmpty();
    }

    private static List<String> complaints(Scenario scenario) {
        Timeline timeline = Simulation.run(scenario.plan()).timeline();
        SimulatedCapture capture = SimulatedCapture.of(timeline);
        List<String> complaints = new ArrayList<>();
        for (Side[] sides : new Side[][] {{Side.A, Side.B}, {Side.A}, {Side.B}}) {
            for (Conversation conversation : capture.conversations(timeline, sides)) {
                Inferred inferred = Inference.of(conversation);
                for (Side side : sides) {
                    boolean same = conversation.a().equals(timeline.host(Side.A).socket());
                    compare(capture, side, same ? side : side.other(), inferred, complaints);
                }
            }
        }
        return complaints;
    }

    private static void compare(
            SimulatedCapture capture,
            Side side,
            Side inferredSide,
            Inferred inferred,
            List<String> complaints) {
        List<HostView> found = new ArrayList<>();
        for (int i = 1; i < inferred.evidence().size(); i++) {
            var evidence = inferred.evidence().get(i);
            if (evidence != null
                    && evidence.side() == inferredSide
                    && (evidence.kind() == Inferred.Kind.SENT
                            || evidence.kind() == Inferred.Kind.RECEIVED)) {
                found.add(inferred.timeline().frame(i).host(inferredSide));
            }
        }
        List<Frame> frames = capture.frames().get(side);
        if (found.size() != frames.size()) {
            complaints.add(side + " has " + found.size() + " events, not " + frames.size());
            return;
        }
        for (int i = 0; i < frames.size(); i++) {
            boolean isLastOfFrame =
                    i + 1 == frames.size() || frames.get(i + 1).index() != frames.get(i).index();
            TcpState truth = frames.get(i).host(side).state();
            HostView view = found.get(i);
            if (isLastOfFrame && view.certainty() != Certainty.UNKNOWN && !fits(view, truth)) {
                complaints.add(
                        side
                                + " at frame "
                                + frames.get(i).index()
                                + " is "
                                + truth
                                + ", not "
                                + view.state());
            }
        }
    }

    /** Nothing tells when an application listens again. */
    private static boolean fits(HostView view, TcpState truth) {
        return view.state() == truth
                || (view.state() == TcpState.CLOSED && truth == TcpState.LISTEN);
    }
}
