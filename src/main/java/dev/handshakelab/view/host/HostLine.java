package dev.handshakelab.view.host;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/**
 * Who a host is, its badge, and buttons at the right end. The badge stands beside the names if
 * there is room for that of any state, otherwise below: it does not jump when the state changes.
 */
public final class HostLine extends Pane {
    private static final double WIDE_EM = 31;
    private static final double GAP_EM = 0.4;
    private static final double WIDE_GAP_EM = 0.9;

    /** Without children yet: the names, the badge, the buttons. */
    public HostLine() {
        getStyleClass().add("host-line");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        double least = 0;
        for (Node part : getManagedChildren()) {
            least = Math.max(least, part.minWidth(-1));
        }
        return least;
    }

    @Override
    protected double computePrefHeight(double width) {
        double full = width < 0 ? getWidth() : width;
        Node badge = part(1);
        double names = part(0).prefHeight(namesWidth(full));
        double button = part(2).prefHeight(-1);
        double text =
                isWide(full)
                        ? Math.max(names, badge.prefHeight(-1))
                        : Math.max(names, button) + gap() + badge.prefHeight(-1);
        return snapSizeY(Math.max(text, button));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        Node names = part(0);
        Node badge = part(1);
        Node button = part(2);
        double namesWidth = namesWidth(width);
        double namesHeight = names.prefHeight(namesWidth);
        double badgeHeight = badge.prefHeight(-1);
        double buttonWidth = button.prefWidth(-1);
        double buttonHeight = button.prefHeight(-1);
        boolean wide = isWide(width);
        double first = Math.max(Math.max(namesHeight, buttonHeight), wide ? badgeHeight : 0);
        place(names, 0, (first - namesHeight) / 2, namesWidth, namesHeight);
        place(button, width - buttonWidth, (first - buttonHeight) / 2, buttonWidth, buttonHeight);
        double badgeWidth = Math.min(width, badge.prefWidth(-1));
        double room = width - buttonWidth - gap() - badgeWidth;
        double beside = Math.min(room, rowWidth((FlowPane) names) + WIDE_GAP_EM * em());
        place(
                badge,
                wide ? beside : 0,
                wide ? (first - badgeHeight) / 2 : first + gap(),
                badgeWidth,
                badgeHeight);
    }

    /** The width of all names in one row; a flow pane's own preference is where it wraps. */
    private static double rowWidth(FlowPane names) {
        List<Node> parts = names.getChildren();
        return parts.stream().mapToDouble(part -> part.prefWidth(-1)).sum()
                + names.getHgap() * Math.max(0, parts.size() - 1);
    }

    private void place(Node node, double x, double y, double width, double height) {
        node.resizeRelocate(
                snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
    }

    private double namesWidth(double width) {
        double rest = width - part(2).prefWidth(-1) - gap();
        return Math.max(0, isWide(width) ? rest - part(1).prefWidth(-1) - gap() : rest);
    }

    private boolean isWide(double width) {
        return width >= WIDE_EM * em();
    }

    private double gap() {
        return GAP_EM * em();
    }

    /** The size of the badge's text; it follows the size of all texts. */
    private double em() {
        return ((Labeled) part(1)).getFont().getSize();
    }

    private Node part(int index) {
        List<Node> parts = getManagedChildren();
        return parts.get(index);
    }
}
