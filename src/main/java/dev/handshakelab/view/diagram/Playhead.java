package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.Lane;
import dev.handshakelab.timeline.Side;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** The line that shows the present, and the strip that shows the frame that has just happened. */
final class Playhead {
    private static final double STRIP_EM = 0.95;

    /** No text stands so near to the edges of the picture. */
    private static final double TICK_EM = 0.5;

    private final Rectangle strip = new Rectangle();
    private final Line line = new Line();
    private final Line leftTick = new Line();
    private final Line rightTick = new Line();

    Playhead() {
        strip.getStyleClass().add("frame-highlight");
        line.getStyleClass().add("playhead");
        leftTick.getStyleClass().add("playhead-tick");
        rightTick.getStyleClass().add("playhead-tick");
        strip.setMouseTransparent(true);
        line.setMouseTransparent(true);
    }

    /** What lies behind everything. */
    Node[] back() {
        return new Node[] {strip, leftTick, rightTick};
    }

    /** What lies above bands and arrows. */
    Node front() {
        return line;
    }

    /**
     * Moves to a frame and a height.
     *
     * @param originY the height of the picture at which nodes have the coordinate 0, px
     */
    void show(DiagramLayout layout, int frame, double y, double originY) {
        double sharp = Math.floor(y - originY) + 0.5;
        Lane a = layout.lane(Side.A);
        Lane b = layout.lane(Side.B);
        double tick = TICK_EM * layout.emPx();
        stretch(leftTick, 0, tick, sharp);
        stretch(rightTick, layout.widthPx() - tick, layout.widthPx(), sharp);
        stretch(line, a.ribbonX(), b.ribbonX() + b.ribbonWidth(), sharp);
        double half = STRIP_EM * layout.emPx();
        strip.setX(0);
        strip.setY(Math.floor(layout.axis().yOfFrame(frame) - originY - half));
        strip.setWidth(layout.widthPx());
        strip.setHeight(Math.ceil(2 * half));
    }

    private static void stretch(Line line, double fromX, double toX, double y) {
        line.setStartX(fromX);
        line.setEndX(toX);
        line.setStartY(y);
        line.setEndY(y);
    }
}
