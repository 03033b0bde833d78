package dev.handshakelab.view.diagram;

import javafx.scene.control.SkinBase;

/** Draws a sequence diagram. */
final class SequenceDiagramSkin extends SkinBase<SequenceDiagram> {
    SequenceDiagramSkin(SequenceDiagram control) {
        super(control);
    }

    void reveal(int frame) {}

    void fit() {}
}
