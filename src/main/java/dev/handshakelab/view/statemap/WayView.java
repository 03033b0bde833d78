package dev.handshakelab.view.statemap;

import dev.handshakelab.diagram.Label;
import dev.handshakelab.diagram.Point;
import dev.handshakelab.diagram.StateMapLink;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A way in the map: a line with rounded corners, its arrow head and, in front, its label. */
final class WayView {
    private static final PseudoClass OMITTED = PseudoClass.getPseudoClass("omitted");
    private static final PseudoClass NOT_TCP = PseudoClass.getPseudoClass("not-tcp");
    private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");
    private static final PseudoClass LIT_A = PseudoClass.getPseudoClass("lit-a");
    private static final PseudoClass LIT_B = PseudoClass.getPseudoClass("lit-b");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final double RADIUS_EM = 0.55;
    private static final double HEAD_EM = 0.62;
    private static final double HEAD_SLENDERNESS = 0.42;

    /** Line and head; it has the focus and speaks to screen readers. */
    final Group line = new Group();

    /** The label; empty without one. */
    final Group label = new Group();

    private final Path hit = new Path();
    private final Path stroke = new Path();

    /** The second host's colour on the same line. */
    private final Path second = new Path();

    private final Polygon head = new Polygon();
    private StateMapLink link;

    WayView(StateMapLink link) {
        this.link = link;
        line.getStyleClass().add("way");
        label.getStyleClass().add("way-label");
        hit.getStyleClass().add("way-hit");
        stroke.getStyleClass().add("way-line");
        second.getStyleClass().add("way-second");
        head.getStyleClass().add("way-head");
        for (Group group : List.of(line, label)) {
            group.setManaged(false);
            group.setAutoSizeChildren(false);
        }
        second.setVisible(false);
        line.setAccessibleRole(AccessibleRole.BUTTON);
        line.getChildren().addAll(hit, stroke, second, head);
    }

    StateMapLink link() {
        return link;
    }

    void place(StateMapLink newLink, double fontPx) {
        link = newLink;
        List<Point> path = newLink.path();
        Point before = path.get(path.size() - 2);
        Point tip = path.getLast();
        double dx = Math.signum(tip.x() - before.x());
        double dy = Math.signum(tip.y() - before.y());
        double length = HEAD_EM * fontPx;
        Point neck = new Point(tip.x() - dx * length * 0.8, tip.y() - dy * length * 0.8);
        List<Point> shortened = new ArrayList<>(path.subList(0, path.size() - 1));
        shortened.add(neck);
        for (Path each : List.of(hit, stroke, second)) {
            each.getElements().setAll(rounded(shortened, RADIUS_EM * fontPx));
        }
        double half = length * HEAD_SLENDERNESS;
        double baseX = tip.x() - dx * length;
        double baseY = tip.y() - dy * length;
        head.getPoints()
                .setAll(
                        tip.x(),
                        tip.y(),
                        baseX - dy * half,
                        baseY + dx * half,
                        baseX + dy * half,
                        baseY - dx * half);
        boolean omitted = !newLink.inFigure();
        for (Group group : List.of(line, label)) {
            group.pseudoClassStateChanged(OMITTED, omitted);
        }
        placeLabel(newLink.label());
    }

    private void placeLabel(@Nullable Label text) {
        label.getChildren().clear();
        if (text == null) {
            return;
        }
        for (Label.Run run : text.runs()) {
            Text node = new Text(run.x(), run.baselineY(), run.text());
            node.setPickOnBounds(true);
            node.getStyleClass()
                    .addAll(
                            "way-text",
                            switch (run.style()) {
                                case STRONG -> "event";
                                case PLAIN, TAG, MARK -> "action";
                            });
            label.getChildren().add(node);
        }
    }

    private static List<PathElement> rounded(List<Point> path, double radius) {
        List<PathElement> elements = new ArrayList<>();
        elements.add(new MoveTo(path.getFirst().x(), path.getFirst().y()));
        for (int i = 1; i < path.size() - 1; i++) {
            Point corner = path.get(i);
            Point in = towards(corner, path.get(i - 1), radius);
            Point out = towards(corner, path.get(i + 1), radius);
            elements.add(new LineTo(in.x(), in.y()));
            elements.add(new QuadCurveTo(corner.x(), corner.y(), out.x(), out.y()));
        }
        elements.add(new LineTo(path.getLast().x(), path.getLast().y()));
        return elements;
    }

    /** A point at most {@code distance} away from one corner, at most half way to another. */
    private static Point towards(Point from, Point to, double distance) {
        double length = Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
        double share = length == 0 ? 0 : Math.min(0.5, distance / length);
        return new Point(
                from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    void show(MapProgress progress, boolean showOmitted, String spoken) {
        MapItem.OfWay way = MapItem.of(link);
        MapProgress.Taken taken = progress.lastTaken(way);
        boolean seen = taken != null;
        boolean counterfactual =
                taken != null && taken.rule() != null && taken.rule().isCounterfactual();
        boolean litA = progress.isLit(Side.A, way);
        boolean litB = progress.isLit(Side.B, way);
        boolean now = progress.isNow(Side.A, way) || progress.isNow(Side.B, way);
        for (Group group : List.of(line, label)) {
            group.setVisible(link.inFigure() || showOmitted || seen);
            group.pseudoClassStateChanged(SEEN, seen);
            group.pseudoClassStateChanged(NOT_TCP, counterfactual);
            group.pseudoClassStateChanged(LIT_A, litA);
            group.pseudoClassStateChanged(LIT_B, litB && !litA);
            group.pseudoClassStateChanged(NOW, now);
        }
        second.setVisible(litA && litB);
        // Lines that join others must not hide what was taken.
        int rank = (link.inFigure() ? 1 : 0) + (seen ? 2 : 0) + (litA || litB ? 4 : 0);
        line.setViewOrder(-rank);
        line.setAccessibleText(spoken);
    }

    void point(boolean on) {
        line.pseudoClassStateChanged(POINTED, on);
        label.pseudoClassStateChanged(POINTED, on);
    }
}
