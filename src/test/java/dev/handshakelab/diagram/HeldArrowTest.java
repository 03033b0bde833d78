package dev.handshakelab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.testing.PlainLabels;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Segments that the network keeps to the end of the story, however long that is. */
class HeldArrowTest {
    @Test
    void theLabelStaysWhereTheSegmentLeft() {
        int held = 0;
        for (Scenario scenario : ScenarioLibrary.bundled().scenarios()) {
            Run run = Simulation.run(scenario.plan());
            List<Integer> departures = departures(run.timeline());
            for (int i = 0; i < departures.size(); i += Math.max(1, departures.size() / 2)) {
                held += check(run, departures.get(i));
            }
        }
        assertThat(held).isGreaterThan(100);
    }

    /** The frames in which exactly one segment leaves. */
    private static List<Integer> departures(Timeline timeline) {
        return IntStream.rangeClosed(0, timeline.lastIndex())
                .filter(i ->
                        timeline.frame(i).facts().stream()
                                        .filter(Fact.Sent.class::isInstance)
                                        .count()
                                == 1)
                .boxed()
                .toList();
    }

    private static int check(Run run, int frame) {
        long id =
                run.timeline().frame(frame).facts().stream()
                        .filter(Fact.Sent.class::isInstance)
                        .map(fact -> ((Fact.Sent) fact).flight().id())
                        .findFirst()
                        .orElseThrow();
        long atNanos = run.timeline().atNanos(frame);
        Run touched = Simulation.fork(run, frame, atNanos, new Touch.Hold(id));
        if (touched == null) {
            return 0;
        }
        var settings = new DiagramSettings(900, 14, false, false, false);
        DiagramLayout layout =
                DiagramLayout.of(
                        touched.timeline(),
                        settings,
                        new PlainLabels(),
                        DiagramGeometryTest.MEASURE);
        PictureChecks.all(layout, DiagramGeometryTest.MEASURE);
        var arrow =
                (DiagramItem.Arrow) layout.find(new Target.OfFlight(flight(touched, id), frame));
        assertThat(arrow).isNotNull();
        if (arrow.end() != DiagramItem.ArrowEnd.HELD) {
            // The script releases it.
            return 0;
        }
        Box label = arrow.label().box();
        // The touch itself is a frame, right after the departure.
        assertThat(label.y()).isGreaterThan(layout.axis().yOfFrame(frame));
        if (frame + 2 <= touched.timeline().lastIndex()) {
            assertThat(label.bottom()).isLessThan(layout.axis().yOfFrame(frame + 2));
        }
        return 1;
    }

    private static Flight flight(Run run, long id) {
        return run.timeline().flights().stream()
                .filter(flight -> flight.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
