package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.Ghost;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/** Draws the course that was left, faintly, under everything else. */
final class GhostLayer {
    private static final double HEAD_EM = 0.55;
    private static final double CROSS_EM = 0.4;

    final Group layer = new Group();

    private final Path shafts = new Path();
    private final Path ends = new Path();

    GhostLayer() {
        shafts.getStyleClass().add("ghost");
        ends.getStyleClass().addAll("ghost", "ghost-end");
        layer.getChildren().addAll(shafts, ends);
        layer.setManaged(false);
        layer.setMouseTransparent(true);
    }

    void show(@Nullable DiagramLayout layout, @Nullable LeftCourse left) {
        shafts.getElements().clear();
        ends.getElements().clear();
        if (layout != null && left != null) {
            draw(Ghost.of(layout, left.timeline(), left.lastShared()), layout.emPx());
        }
    }

    private void draw(Ghost ghost, double emPx) {
        for (Ghost.Arrow arrow : ghost.arrows()) {
            shafts.getElements()
                    .addAll(new MoveTo(arrow.x0(), arrow.y0()), new LineTo(arrow.x1(), arrow.y1()));
            if (arrow.isLost()) {
                cross(arrow, CROSS_EM * emPx);
            } else {
                head(arrow, HEAD_EM * emPx);
            }
        }
    }

    private void cross(Ghost.Arrow arrow, double size) {
        double x = arrow.x1();
        double y = arrow.y1();
        line(x - size, y - size, x + size, y + size);
        line(x - size, y + size, x + size, y - size);
    }

    private void head(Ghost.Arrow arrow, double size) {
        double angle = Math.atan2(arrow.y1() - arrow.y0(), arrow.x1() - arrow.x0());
        for (double turn : new double[] {-0.45, 0.45}) {
            line(
                    arrow.x1(),
                    arrow.y1(),
                    arrow.x1() - size * Math.cos(angle + turn),
                    arrow.y1() - size * Math.sin(angle + turn));
        }
    }

    private void line(double x0, double y0, double x1, double y1) {
        ends.getElements().addAll(new MoveTo(x0, y0), new LineTo(x1, y1));
    }
}
