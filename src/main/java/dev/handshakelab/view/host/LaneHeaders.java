package dev.handshakelab.view.host;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Two headers side by side, each centred over its lifeline as far as there is room. */
public final class LaneHeaders extends Pane {
    private static final double GAP_EM = 0.9;

    private final DoubleProperty leftX = new SimpleDoubleProperty(this, "leftX");
    private final DoubleProperty rightX = new SimpleDoubleProperty(this, "rightX");

    /** Without headers yet. */
    public LaneHeaders() {
        leftX.subscribe(this::requestLayout);
        rightX.subscribe(this::requestLayout);
        getStyleClass().add("lane-headers");
    }

    /** Where the left lifeline is, px from the left edge; 0: unknown. */
    public DoubleProperty leftXProperty() {
        return leftX;
    }

    /** Where the right lifeline is, px from the left edge; 0: unknown. */
    public DoubleProperty rightXProperty() {
        return rightX;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double each = headerWidth(width < 0 ? getWidth() : width);
        double height = 0;
        for (Node header : getManagedChildren()) {
            height = Math.max(height, header.prefHeight(each));
        }
        return snappedTopInset() + height + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = headerWidth(getWidth());
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        List<Node> headers = getManagedChildren();
        for (int i = 0; i < headers.size(); i++) {
            double lane = i == 0 ? leftX.get() : rightX.get();
            double middle = lane > 0 ? lane : getWidth() * (i + 0.5) / headers.size();
            double least = snappedLeftInset() + i * (width + gap());
            double x = Math.clamp(middle - width / 2, least, Math.max(least, most(i, width)));
            headers.get(i)
                    .resizeRelocate(snapPositionX(x), snappedTopInset(), snapSizeX(width), height);
        }
    }

    /** The largest left edge that leaves room for the headers after this one. */
    private double most(int index, double width) {
        int after = getManagedChildren().size() - 1 - index;
        return getWidth() - snappedRightInset() - width - after * (width + gap());
    }

    private double headerWidth(double width) {
        int count = Math.max(1, getManagedChildren().size());
        double room = width - snappedLeftInset() - snappedRightInset() - (count - 1) * gap();
        return Math.max(0, room / count);
    }

    private double gap() {
        return GAP_EM * javafx.scene.text.Font.getDefault().getSize();
    }
}
