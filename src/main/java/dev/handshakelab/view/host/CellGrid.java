package dev.handshakelab.view.host;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Cells of one size in equal columns, as many of these as fit without cutting a cell. */
public class CellGrid extends Pane {
    private int maxColumns = 4;

    /** How many columns there are at most. */
    public final int getMaxColumns() {
        return maxColumns;
    }

    /** Sets how many columns there are at most, 1 or more. */
    public final void setMaxColumns(int newMaxColumns) {
        maxColumns = Math.max(1, newMaxColumns);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return sides() + widest();
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width < 0 ? getWidth() : width);
        int rows = Math.ceilDiv(getManagedChildren().size(), columns);
        return snappedTopInset() + rows * highest() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        List<Node> cells = getManagedChildren();
        int columns = columns(getWidth());
        double width = (getWidth() - sides()) / columns;
        double height = highest();
        for (int i = 0; i < cells.size(); i++) {
            int row = i / columns;
            int column = i % columns;
            double left = snapPositionX(snappedLeftInset() + column * width);
            double right = snapPositionX(snappedLeftInset() + (column + 1) * width);
            double top = snappedTopInset() + row * height;
            cells.get(i).resizeRelocate(left, top, right - left, height);
        }
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }

    private int columns(double width) {
        return Math.clamp((int) ((width - sides()) / Math.max(1, widest())), 1, maxColumns);
    }

    private double widest() {
        return getManagedChildren().stream()
                .mapToDouble(cell -> snapSizeX(cell.prefWidth(-1)))
                .max()
                .orElse(0);
    }

    private double highest() {
        return getManagedChildren().stream()
                .mapToDouble(cell -> snapSizeY(cell.prefHeight(-1)))
                .max()
                .orElse(0);
    }
}
