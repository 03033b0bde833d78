package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.DiagramItem.IdleBreak;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** Squeezed time: a tear across the lifelines and how long it lasts. */
final class BreakView extends ItemView<IdleBreak> {
    private static final int TEETH = 4;
    private static final double TOOTH_EM = 0.26;
    private static final double OVERHANG_EM = 0.25;
    private static final double GAP_EM = 0.5;

    private final Line left = new Line();
    private final Line right = new Line();
    private final Polyline tearA = new Polyline();
    private final Polyline tearB = new Polyline();

    BreakView() {
        super("idle");
        left.getStyleClass().add("idle-line");
        right.getStyleClass().add("idle-line");
        tearA.getStyleClass().add("tear");
        tearB.getStyleClass().add("tear");
        back.getChildren().addAll(left, right, tearA, tearB);
        back.setMouseTransparent(true);
        front.setMouseTransparent(true);
    }

    @Override
    void draw(IdleBreak idle) {
        Box label = idle.label().box();
        Box strip = idle.bounds();
        double y = Math.floor(strip.centerY()) + 0.5;
        double em = idle.label().fontSizePx();
        double torn = idle.tearPx() + OVERHANG_EM * em;
        line(left, strip.x() + torn + GAP_EM * em, label.x(), y);
        line(right, label.right(), strip.right() - torn - GAP_EM * em, y);
        tear(tearA, strip.x(), strip.x() + torn, y, em);
        tear(tearB, strip.right() - torn, strip.right(), y, em);
    }

    private static void line(Line line, double fromX, double toX, double y) {
        line.setStartX(fromX);
        line.setEndX(toX);
        line.setStartY(y);
        line.setEndY(y);
    }

    private static void tear(Polyline tear, double fromX, double toX, double y, double em) {
        int points = 2 * TEETH + 1;
        Double[] coordinates = new Double[2 * points];
        for (int i = 0; i < points; i++) {
            coordinates[2 * i] = fromX + (toX - fromX) * i / (points - 1);
            coordinates[2 * i + 1] = y + (i % 2 == 0 ? TOOTH_EM : -TOOTH_EM) * em;
        }
        tear.getPoints().setAll(coordinates);
    }

    @Override
    void refresh(IdleBreak idle, Moment moment) {
        set(FUTURE, idle.frameIndex() >= moment.frame() && moment.playheadY() < idle.bounds().y());
    }
}
