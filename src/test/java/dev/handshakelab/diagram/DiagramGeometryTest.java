package dev.handshakelab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramItem.ArrowEnd;
import dev.handshakelab.diagram.DiagramItem.ArrowStart;
import dev.handshakelab.testing.PlainLabels;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing in the picture covers what it must not cover, whatever the story, the width and the
 * language.
 */
class DiagramGeometryTest {
    private static final double EM = 14;

    /** Latin letters a little more than half an em, Chinese a whole one; bold a bit wider. */
    static final TextMeasure MEASURE =
            (text, size, bold) ->
                    text.codePoints().mapToDouble(c -> c < 0x2000 ? 0.58 : 1).sum()
                            * size
                            * (bold ? 1.08 : 1);

    private static final Map<String, Timeline> STORIES = Stories.all();

    static Stream<Arguments> pictures() {
        List<Arguments> pictures = new ArrayList<>();
        for (String story : STORIES.keySet()) {
            for (int width : List.of(300, 560, 900, 1400)) {
                for (boolean isLong : List.of(false, true)) {
                    pictures.add(Arguments.of(story, width, isLong));
                }
            }
        }
        return pictures.stream();
    }

    private static DiagramLayout layout(String story, int width, boolean isLong) {
        DiagramSettings settings = new DiagramSettings(width, EM, false, false, isLong);
        Labels labels = new PlainLabels(isLong, isLong ? " and then some more" : "");
        return DiagramLayout.of(STORIES.get(story), settings, labels, MEASURE);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void nothingCoversWhatItMustNot(String story, int width, boolean isLong) {
        DiagramLayout layout = layout(story, width, isLong);
        assertThat(layout.items()).hasSizeGreaterThan(4);
        PictureChecks.all(layout, MEASURE);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void timeOnlyGoesDown(String story, int width, boolean isLong) {
        DiagramLayout layout = layout(story, width, isLong);
        Timeline timeline = STORIES.get(story);
        for (int i = 1; i <= timeline.lastIndex(); i++) {
            assertThat(layout.axis().yOfFrame(i)).isGreaterThan(layout.axis().yOfFrame(i - 1));
        }
        long end = timeline.endNanos();
        double before = layout.axis().yAt(-1);
        for (int i = 0; i <= 1000; i++) {
            double y = layout.axis().yAt(end * (i / 1000.0));
            assertThat(y).isGreaterThanOrEqualTo(before);
            before = y;
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aViewportHasExactlyWhatReachesIntoIt(String story, int width, boolean isLong) {
        DiagramLayout layout = layout(story, width, isLong);
        for (double y = 0; y < layout.heightPx(); y += layout.heightPx() / 7) {
            double top = y;
            double bottom = y + 120;
            List<DiagramItem> expected =
                    layout.items().stream()
                            .filter(i -> i.bounds().y() <= bottom && i.bounds().bottom() >= top)
                            .toList();
            assertThat(layout.itemsBetween(top, bottom)).isEqualTo(expected);
        }
    }

    @Test
    void timeGoesToAHeightAndBack() {
        Timeline timeline = STORIES.get("handshake");
        TimeAxis axis = layout("handshake", 900, false).axis();
        for (int i = 1; i < 100; i++) {
            double nanos = timeline.endNanos() * (i / 100.0);
            assertThat(axis.nanosAt(axis.yAt(nanos))).isBetween(nanos - 10, nanos + 10);
        }
        assertThat(axis.frameAtY(axis.yOfFrame(3))).isEqualTo(3);
        assertThat(axis.frameAtY(axis.yOfFrame(3) + 1)).isEqualTo(3);
        assertThat(axis.frameAtY(0)).isZero();
    }

    @Test
    void everythingThatHappenedIsDrawn() {
        STORIES.forEach((name, timeline) -> {
            DiagramLayout layout = layout(name, 900, false);
            assertThat(layout.items().stream().filter(i -> i instanceof Arrow))
                    .as(name)
                    .hasSize(timeline.flights().size());
        });
    }

    @Test
    void arrowsRunBetweenTheLifelines() {
        DiagramLayout layout = layout("handshake", 900, false);
        Arrow syn = arrows(layout).getFirst();
        assertThat(syn.x0()).isEqualTo(layout.lane(Side.A).wireX());
        assertThat(syn.x1()).isEqualTo(layout.lane(Side.B).wireX());
        assertThat(syn.y1()).isGreaterThan(syn.y0());
        assertThat(syn.label().text()).isEqualTo("SYN SEQ=100");
        assertThat(arrows(layout).get(1).label().text()).isEqualTo("SYN,ACK SEQ=300 ACK=101");
    }

    @Test
    void lostSegmentsEndOnTheirWayAndIdleTimeIsSqueezed() {
        DiagramLayout layout = layout("lost-syn", 900, false);
        Arrow lost = arrows(layout).getFirst();
        assertThat(lost.end()).isEqualTo(ArrowEnd.LOST);
        assertThat(lost.x1()).isLessThan(layout.lane(Side.B).wireX() - 100);
        assertThat(layout.items())
                .filteredOn(item -> item instanceof DiagramItem.IdleBreak)
                .extracting(item -> item.label().text())
                .contains("995 ms");
        assertThat(layout.heightPx()).isLessThan(900);
    }

    @Test
    void trueScaleKeepsTheLengthOfIdleTime() {
        DiagramSettings settings = new DiagramSettings(900, EM, false, true, false);
        TimeAxis axis =
                DiagramLayout.of(STORIES.get("lost-syn"), settings, new PlainLabels(), MEASURE)
                        .axis();
        double first = axis.yAt(400e6) - axis.yAt(200e6);
        double second = axis.yAt(2_400e6) - axis.yAt(2_200e6);
        assertThat(first).isGreaterThan(10 * EM).isBetween(second - 1, second + 1);
    }

    @Test
    void copiesLeaveWhereTheOriginalLeft() {
        List<Arrow> arrows = arrows(layout("disorder", 900, false));
        Arrow copy =
                arrows.stream().filter(a -> a.start() == ArrowStart.COPY).findFirst().orElseThrow();
        Arrow original =
                arrows.stream()
                        .filter(a -> a.flight().id() == copy.flight().copyOf())
                        .findFirst()
                        .orElseThrow();
        assertThat(copy.y0()).isEqualTo(original.y0());
        assertThat(copy.y1()).isGreaterThan(original.y1());
    }

    @Test
    void oldDuplicatesComeFromOutside() {
        Arrow old =
                arrows(layout("stale-syn", 900, false)).stream()
                        .filter(a -> a.kind() == SegmentKind.OLD_DUPLICATE)
                        .findFirst()
                        .orElseThrow();
        assertThat(old.start()).isEqualTo(ArrowStart.OUTSIDE);
        assertThat(old.label().text()).isEqualTo("old duplicate SYN SEQ=90");
    }

    @Test
    void relativeNumbersCountFromTheInitialOnes() {
        DiagramSettings settings = new DiagramSettings(900, EM, true, false, false);
        DiagramLayout layout =
                DiagramLayout.of(STORIES.get("stale-syn"), settings, new PlainLabels(), MEASURE);
        assertThat(arrows(layout))
                .extracting(arrow -> arrow.label().text())
                .contains("SYN SEQ=0", "old duplicate SYN SEQ=-10", "SYN,ACK SEQ=0 ACK=-9")
                .contains("ACK SEQ=1 ACK=1");
    }

    private static List<Arrow> arrows(DiagramLayout layout) {
        return layout.items().stream()
                .filter(item -> item instanceof Arrow)
                .map(Arrow.class::cast)
                .toList();
    }
}
