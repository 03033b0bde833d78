package dev.handshakelab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.testing.PlainLabels;
import dev.handshakelab.testing.RandomTouches;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Side;
import org.junit.jupiter.api.Test;

class GhostTest {
    private static final double EM = 14;
    private static final Labels LABELS = new PlainLabels();

    private static DiagramLayout layout(Run run) {
        var settings = new DiagramSettings(900, EM, false, false, false);
        return DiagramLayout.of(run.timeline(), settings, LABELS, DiagramGeometryTest.MEASURE);
    }

    @Test
    void aLostSynGoesOnFaintlyToWhereItWouldHaveArrived() {
        Run run = new Stage().established().run();
        Run lost = Simulation.fork(run, 2, 4_000_000, new Touch.Drop(1));
        assertThat(lost).isNotNull();
        DiagramLayout layout = layout(lost);
        Ghost ghost = Ghost.of(layout, run.timeline(), 2);
        assertThat(ghost.arrows()).isNotEmpty();
        Ghost.Arrow first = ghost.arrows().getFirst();
        assertThat(first.x0()).isEqualTo(layout.lane(Side.A).wireX());
        assertThat(first.x1()).isEqualTo(layout.lane(Side.B).wireX());
        assertThat(first.y0()).isEqualTo(layout.axis().yOfFrame(2));
        assertThat(first.y1()).isLessThan(layout.axis().yOfFrame(4));
    }

    @Test
    void whatBothHaveIsNoGhost() {
        Run run = new Stage().established().run();
        assertThat(Ghost.of(layout(run), run.timeline(), 2).arrows()).isEmpty();
    }

    @Test
    void aGhostStaysInThePictureRunsDownwardsAndAvoidsTheMarksOfBreaks() {
        int arrows = 0;
        var scenarios = ScenarioLibrary.bundled().scenarios();
        for (int seed = 0; seed < 60; seed++) {
            Scenario scenario = scenarios.get(seed % scenarios.size());
            Run run = Simulation.run(scenario.plan());
            var touched = new RandomTouches(seed, false).touch(run, 1);
            if (touched.touches().isEmpty()) {
                continue;
            }
            DiagramLayout layout = layout(touched.run());
            int fork = touched.touches().getFirst().afterStep();
            for (Ghost.Arrow arrow : Ghost.of(layout, run.timeline(), fork).arrows()) {
                arrows++;
                assertThat(arrow.y0()).isGreaterThanOrEqualTo(0).isLessThan(arrow.y1());
                assertThat(arrow.y1()).isLessThanOrEqualTo(layout.heightPx());
            }
        }
        assertThat(arrows).isGreaterThan(30);
    }
}
