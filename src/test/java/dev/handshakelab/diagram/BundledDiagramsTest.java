package dev.handshakelab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.DiagramLabels;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of all bundled scenarios, at several widths and in every language. */
class BundledDiagramsTest {
    private static final double EM = 14;
    private static final List<Integer> WIDTHS = List.of(560, 900, 1400);

    static Stream<String> ids() {
        return ScenarioLibrary.bundled().scenarios().stream().map(Scenario::id);
    }

    @Test
    void thereAreScenarios() {
        assertThat(ids()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void nothingCoversWhatItMustNot(String id) {
        Scenario scenario = ScenarioLibrary.bundled().find(id).orElseThrow();
        Timeline timeline = Simulation.run(scenario.plan()).timeline();
        for (Locale locale : Messages.LOCALES) {
            Labels labels = new DiagramLabels(new Messages(locale));
            for (int width : WIDTHS) {
                for (boolean full : List.of(false, true)) {
                    DiagramSettings settings = new DiagramSettings(width, EM, full, full, full);
                    DiagramLayout layout =
                            DiagramLayout.of(
                                    timeline, settings, labels, DiagramGeometryTest.MEASURE);
                    PictureChecks.all(layout, DiagramGeometryTest.MEASURE);
                }
            }
        }
    }
}
