package dev.handshakelab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.DiagramItem.Arrow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What holds of every picture. */
final class PictureChecks {
    private static final double END_EM = 0.35;

    private PictureChecks() {}

    static void all(DiagramLayout layout, TextMeasure measure) {
        labelsDoNotMeet(layout);
        everythingStaysInThePicture(layout);
        textStaysInItsBox(layout, measure);
        labelsCoverNoBandRibbonOrEndOfAnArrow(layout);
        arrowsPassTheirLabels(layout);
        itemsAreSorted(layout);
    }

    private static List<Label> labels(DiagramLayout layout) {
        return layout.items().stream().map(DiagramItem::label).filter(Objects::nonNull).toList();
    }

    static void labelsDoNotMeet(DiagramLayout layout) {
        List<Box> boxes =
                labels(layout).stream()
                        .map(Label::box)
                        .sorted(Comparator.comparingDouble(Box::y))
                        .toList();
        assertThat(boxes).isNotEmpty();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size() && boxes.get(j).y() < boxes.get(i).bottom(); j++) {
                assertThat(boxes.get(i).intersects(boxes.get(j)))
                        .as("%s and %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    static void everythingStaysInThePicture(DiagramLayout layout) {
        for (DiagramItem item : layout.items()) {
            Box box = item.bounds();
            assertThat(box.x()).as("%s", item).isNotNegative();
            assertThat(box.y()).as("%s", item).isNotNegative();
            assertThat(box.right()).as("%s", item).isLessThanOrEqualTo(layout.widthPx());
            assertThat(box.bottom()).as("%s", item).isLessThanOrEqualTo(layout.heightPx());
        }
    }

    static void textStaysInItsBox(DiagramLayout layout, TextMeasure measure) {
        for (Label label : labels(layout)) {
            for (Label.Run run : label.runs()) {
                boolean bold = run.style() == Label.Style.STRONG;
                double right = run.x() + measure.width(run.text(), label.fontSizePx(), bold);
                assertThat(run.x()).isGreaterThanOrEqualTo(label.box().x());
                assertThat(right).as("%s", label).isLessThanOrEqualTo(label.box().right());
                assertThat(run.baselineY()).isBetween(label.box().y(), label.box().bottom());
            }
        }
    }

    static void labelsCoverNoBandRibbonOrEndOfAnArrow(DiagramLayout layout) {
        List<Box> forbidden = new ArrayList<>();
        for (DiagramItem item : layout.items()) {
            switch (item) {
                case DiagramItem.StateBand band -> forbidden.add(band.box());
                case DiagramItem.Ribbon ribbon -> forbidden.add(ribbon.box());
                case Arrow arrow -> {
                    forbidden.add(around(arrow.x0(), arrow.y0(), layout.emPx()));
                    forbidden.add(around(arrow.x1(), arrow.y1(), layout.emPx()));
                }
                case DiagramItem.Note _, DiagramItem.IdleBreak _ -> {
                    // all label
                }
            }
        }
        for (Label label : labels(layout)) {
            for (Box box : forbidden) {
                assertThat(label.box().intersects(box)).as("%s on %s", label, box).isFalse();
            }
        }
    }

    private static Box around(double x, double y, double em) {
        return new Box(x - END_EM * em, y - END_EM * em, 2 * END_EM * em, 2 * END_EM * em);
    }

    static void arrowsPassTheirLabels(DiagramLayout layout) {
        for (DiagramItem item : layout.items()) {
            if (item instanceof Arrow arrow) {
                Box box = arrow.label().box();
                assertThat(box.centerY()).as("%s", arrow).isBetween(arrow.y0(), arrow.y1());
                assertThat(arrow.y1()).isGreaterThan(arrow.y0());
            }
        }
    }

    static void itemsAreSorted(DiagramLayout layout) {
        assertThat(layout.items())
                .isSortedAccordingTo(Comparator.comparingDouble(item -> item.bounds().y()));
        for (int i = 0; i < layout.items().size(); i++) {
            Target target = layout.items().get(i).target();
            if (target != null) {
                assertThat(layout.find(target)).isSameAs(layout.items().get(i));
            }
        }
    }
}
