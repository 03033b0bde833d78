package dev.handshakelab.view.fxml;

import javafx.scene.control.Label;

/**
 * A label whose text wraps, and that remembers how high it is: a pane asks several times in each
 * layout, and a label would set its whole text anew each time.
 */
public final class WrappedLabel extends Label {
    /** The width for which the height is known; NaN: for none. */
    private double knownWidth = Double.NaN;

    private double knownHeight;

    /** Without text yet. */
    public WrappedLabel() {
        setWrapText(true);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width != knownWidth) {
            knownHeight = super.computePrefHeight(width);
            knownWidth = width;
        }
        return knownHeight;
    }

    /** All that changes the height leads here: text, font, insets. */
    @Override
    public void requestLayout() {
        knownWidth = Double.NaN;
        super.requestLayout();
    }
}
