package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.HeadShape;
import dev.handshakelab.diagram.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/** The shapes at the ends of arrows as JavaFX draws them. */
final class ArrowHeads {
    private ArrowHeads() {}

    /** Whether the shape is drawn with lines instead of being filled. */
    static boolean isOpen(Arrow arrow) {
        return HeadShape.isOpen(arrow);
    }

    /** The shape at the end of an arrow. */
    static List<PathElement> of(Arrow arrow, double em) {
        List<PathElement> path = new ArrayList<>(8);
        for (HeadShape.Stroke stroke : HeadShape.of(arrow, em)) {
            boolean first = true;
            for (Point point : stroke.points()) {
                path.add(
                        first
                                ? new MoveTo(point.x(), point.y())
                                : new LineTo(point.x(), point.y()));
                first = false;
            }
            if (stroke.closed()) {
                path.add(new ClosePath());
            }
        }
        return path;
    }
}
