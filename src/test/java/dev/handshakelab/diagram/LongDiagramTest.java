package dev.handshakelab.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.testing.LongRuns;
import dev.handshakelab.testing.PlainLabels;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Long stories look like short ones. */
class LongDiagramTest {
    private static final Labels LABELS = new PlainLabels();

    private static DiagramSettings settings(double fontSizePx) {
        return new DiagramSettings(900, fontSizePx, false, false, false);
    }

    private static DiagramLayout layout(int frames) {
        return layout(LongRuns.transfer(frames));
    }

    /** The same, but shorter. */
    private static Plan cut(Plan plan, int steps) {
        return new Plan(
                plan.a(),
                plan.b(),
                plan.link(),
                plan.faults(),
                plan.script(),
                plan.untilNanos(),
                steps);
    }

    private static DiagramLayout layout(Plan plan) {
        Timeline timeline = Simulation.run(plan).timeline();
        return DiagramLayout.of(timeline, settings(14), LABELS, DiagramGeometryTest.MEASURE);
    }

    @Test
    void theBeginningOfALongStoryIsDrawnLikeThatOfAShortOne() {
        Plan plan = LongRuns.transfer(30_000);
        DiagramLayout small = layout(cut(plan, 300));
        DiagramLayout large = layout(plan);
        List<String> few = begun(small);
        assertThat(few.size()).isGreaterThan(200);
        assertThat(begun(large)).isEqualTo(few);
    }

    /** What begins in the first frames, without what depends on how the story goes on. */
    private static List<String> begun(DiagramLayout layout) {
        double end = layout.axis().yOfFrame(200);
        return layout.itemsBetween(0, end).stream()
                .filter(item -> item.frameIndex() < 200)
                .map(item ->
                        item.getClass().getSimpleName()
                                + item.frameIndex()
                                + (item.label() == null ? "" : item.label().text()))
                .sorted()
                .toList();
    }

    @Test
    void everyItemIsFoundByItsTargetAndItsHeight() {
        DiagramLayout layout = layout(12_000);
        int size = layout.items().size();
        assertThat(size).isGreaterThan(12_000);
        for (int place = 0; place < size; place += 97) {
            DiagramItem item = layout.items().get(place);
            Target target = item.target();
            if (target != null) {
                assertThat(layout.indexOf(target)).isEqualTo(place);
            }
            double y = item.bounds().centerY();
            assertThat(layout.itemsBetween(y, y)).contains(item);
            int first = layout.indexBelow(item.bounds().bottom());
            assertThat(first).isBetween(0, place);
            assertThat(layout.items().get(first).bounds().bottom())
                    .isGreaterThanOrEqualTo(item.bounds().bottom());
        }
        assertThat(layout.indexBelow(layout.heightPx() + 1)).isEqualTo(-1);
    }

    @Test
    void anItemInViewStaysTheSameObject() {
        DiagramLayout layout = layout(12_000);
        List<DiagramItem> before = layout.itemsBetween(100_000, 101_000);
        assertThat(before).isNotEmpty();
        List<DiagramItem> after = layout.itemsBetween(100_000, 101_000);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isSameAs(before.get(i));
        }
    }

    @Test
    void layingOutAnewGivesTheSameAsLayingOut() {
        Timeline timeline = Simulation.run(LongRuns.transfer(2_000)).timeline();
        DiagramLayout first =
                DiagramLayout.of(timeline, settings(14), LABELS, DiagramGeometryTest.MEASURE);
        for (double size : new double[] {9, 14, 21.5, 40}) {
            DiagramLayout fresh =
                    DiagramLayout.of(timeline, settings(size), LABELS, DiagramGeometryTest.MEASURE);
            DiagramLayout again = first.relaid(settings(size), LABELS, DiagramGeometryTest.MEASURE);
            assertThat(again.items().equals(fresh.items())).as("%s px", size).isTrue();
            assertThat(again.heightPx()).isEqualTo(fresh.heightPx());
        }
    }

    @Test
    void layingOutCanBeGivenUp() {
        Timeline timeline = Simulation.run(LongRuns.transfer(200)).timeline();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() ->
                        DiagramLayout.of(
                                timeline, settings(14), LABELS, DiagramGeometryTest.MEASURE))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
