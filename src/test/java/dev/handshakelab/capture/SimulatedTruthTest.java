package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.capture.Inference.Sources;
import dev.handshakelab.capture.Testimony.Worth;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every run, written as a capture and read again, shows the states that the hosts really had. */
class SimulatedTruthTest {
    /** Runs of which the packets say something else, each with the reason. */
    private static final Map<String, String> AMBIGUOUS =
            Map.of(
                    "S05b", "whether a crossing SYN-ACK is acceptable changes no segment",
                    "S20b", "a RST that a switch lets TIME-WAIT ignore looks like any other",
                    "S22b", "a new SYN with the number of the old one looks like copies of that",
                    "X12",
                            "a RST leads back to TIME-WAIT or, in Linux, to LISTEN: nothing follows");

    /** Runs by counterfactual rules, where states mean something else than in TCP. */
    private static final Map<String, String> NOT_TCP =
            Map.of(
                    "S08a", "two-way handshake: ESTABLISHED with the SYN-ACK",
                    "S08b", "two-way handshake: ESTABLISHED with the SYN-ACK",
                    "S18a", "no TIME-WAIT: CLOSED with the last ACK",
                    "S18b", "no TIME-WAIT: CLOSED with the last ACK",
                    "S18c", "no TIME-WAIT: CLOSED with the last ACK",
                    "S21c", "any RST within the window counts");

    /** How many times the longest way the assumed time of something not captured may be off. */
    private static final int TOLERANCE = 4;

    static List<Scenario> scenarios() {
        return ScenarioLibrary.bundled().scenarios().stream()
                .filter(scenario -> !AMBIGUOUS.containsKey(scenario.id()))
                .filter(scenario -> !NOT_TCP.containsKey(scenario.id()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void exportedAndReadAgainTheStatesAreTheSame(Scenario scenario) {
        assertThat(complaints(scenario, Sources.SEGMENTS)).isEmpty();
    }

    static List<Scenario> allScenarios() {
        return ScenarioLibrary.bundled().scenarios();
    }

    @ParameterizedTest
    @MethodSource("allScenarios")
    void whatTheFileSaysIsTheTruthOfEveryRun(Scenario scenario) {
        assertThat(complaints(scenario, Sources.COMMENTS_TOO)).isEmpty();
    }

    @Test
    void fewRunsAreLeftOut() {
        int all = ScenarioLibrary.bundled().scenarios().size();
        assertThat(scenarios()).hasSize(all - AMBIGUOUS.size() - NOT_TCP.size());
    }

    static List<String> complaints(Scenario scenario, Sources sources) {
        Timeline timeline = Simulation.run(scenario.plan()).timeline();
        List<String> complaints = new ArrayList<>();
        for (Set<Side> places : List.of(Set.of(Side.A, Side.B), Set.of(Side.A), Set.of(Side.B))) {
            SimulatedCapture capture = SimulatedCapture.of(timeline, places);
            int events = 0;
            for (Conversation conversation : Conversations.of(capture.capture())) {
                Inferred inferred = Inference.of(conversation, null, sources);
                boolean same = conversation.a().equals(timeline.host(Side.A).socket());
                events += compare(capture, same, inferred, complaints);
                if (sources == Sources.COMMENTS_TOO) {
                    for (Side side : places) {
                        Side shown = same ? side : side.other();
                        if (inferred.testimony(shown) == Worth.CONTRADICTED) {
                            complaints.add(places + ": " + side + " is not believed");
                        }
                    }
                }
                comparePeer(timeline, places, same, inferred, complaints);
            }
            if (events != capture.packets().size()) {
                complaints.add(places + ": " + events + " events");
            }
        }
        return complaints;
    }

    /** Compares what was found after each packet; says how many packets there were. */
    private static int compare(
            SimulatedCapture capture, boolean same, Inferred inferred, List<String> complaints) {
        int events = 0;
        for (int i = 1; i < inferred.evidence().size(); i++) {
            var evidence = inferred.evidence().get(i);
            if (evidence == null || evidence.kind() == Inferred.Kind.LOST) {
                continue;
            }
            Side side = same ? evidence.side() : evidence.side().other();
            HostView view = inferred.timeline().frame(i).host(evidence.side());
            Frame frame = capture.frame(evidence.captured());
            if (!capture.places().contains(side)) {
                continue;
            }
            events++;
            TcpState truth = frame.host(side).state();
            if (capture.isLastOfFrame(evidence.captured())
                    && view.certainty() != Certainty.UNKNOWN
                    && !fits(view, truth)) {
                complaints.add(
                        "%s captured, %s at frame %d is %s, not %s"
                                .formatted(
                                        capture.places(),
                                        side,
                                        frame.index(),
                                        truth,
                                        view.state()));
            }
        }
        return events;
    }

    /** A host that nobody watched: right, give or take the longest way, or unknown. */
    private static void comparePeer(
            Timeline timeline,
            Set<Side> places,
            boolean same,
            Inferred inferred,
            List<String> complaints) {
        long way =
                timeline.flights().stream()
                                .filter(flight -> flight.endsAtNanos() < Long.MAX_VALUE)
                                .mapToLong(flight -> flight.endsAtNanos() - flight.sentAtNanos())
                                .max()
                                .orElse(0)
                        * TOLERANCE;
        for (Side side : Side.values()) {
            // What others say in a host's name cannot be told from what it says.
            boolean isAlone =
                    timeline.flights().stream()
                            .allMatch(flight -> flight.origin() == Flight.Origin.HOST);
            if (places.contains(side) || !isAlone) {
                continue;
            }
            for (Frame frame : inferred.timeline().frames()) {
                HostView view = frame.host(same ? side : side.other());
                long at = inferred.beginsAtNanos() - SimulatedCapture.EPOCH_NANOS + frame.atNanos();
                if (view.certainty() != Certainty.UNKNOWN
                        && statesAround(timeline, side, at, way).stream()
                                .noneMatch(truth -> fits(view, truth))) {
                    complaints.add(
                            "%s not captured, at %d ms is %s, not %s"
                                    .formatted(
                                            side,
                                            at / 1_000_000,
                                            statesAround(timeline, side, at, way),
                                            view.state()));
                }
            }
        }
    }

    private static Set<TcpState> statesAround(Timeline timeline, Side side, long at, long way) {
        Set<TcpState> states = EnumSet.noneOf(TcpState.class);
        int first = timeline.indexAt(Math.max(0, at - way) - 1);
        for (int i = first; i <= timeline.indexAt(at + way); i++) {
            states.add(timeline.frame(i).host(side).state());
            for (Fact fact : timeline.frame(i).facts()) {
                if (fact.side() == side && fact instanceof Fact.StateChanged changed) {
                    states.add(changed.from());
                }
            }
        }
        return states;
    }

    /** Nothing tells when an application listens again. */
    private static boolean fits(HostView view, TcpState truth) {
        return view.state() == truth
                || (view.state() == TcpState.CLOSED && truth == TcpState.LISTEN);
    }
}
