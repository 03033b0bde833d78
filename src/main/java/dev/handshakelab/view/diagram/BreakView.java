package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.BreakShape;
import dev.handshakelab.diagram.DiagramItem.IdleBreak;
import dev.handshakelab.diagram.Point;
import java.util.List;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** Squeezed time: a tear across the lifelines and how long it lasts. */
final class BreakView extends ItemView<IdleBreak> {
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
        BreakShape shape = BreakShape.of(idle);
        line(left, shape.lines().getFirst());
        line(right, shape.lines().getLast());
        tear(tearA, shape.tears().getFirst());
        tear(tearB, shape.tears().getLast());
    }

    private static void line(Line line, List<Point> ends) {
        line.setStartX(ends.getFirst().x());
        line.setEndX(ends.getLast().x());
        line.setStartY(ends.getFirst().y());
        line.setEndY(ends.getLast().y());
    }

    private static void tear(Polyline tear, List<Point> points) {
        Double[] coordinates = new Double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            coordinates[2 * i] = points.get(i).x();
            coordinates[2 * i + 1] = points.get(i).y();
        }
        tear.getPoints().setAll(coordinates);
    }

    @Override
    int lastFrame(IdleBreak shown) {
        return shown.frameIndex() + 1;
    }

    @Override
    void refresh(IdleBreak idle, Moment moment) {
        set(FUTURE, idle.frameIndex() >= moment.frame() && moment.playheadY() < idle.bounds().y());
    }
}
