package dev.handshakelab.view.inspector;

import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/** An octet of the dump: two hexadecimal digits, or its character. */
final class ByteCell extends Region implements FieldNode {
    private final CellText text;
    private final int index;
    private final int field;

    /**
     * @param index its place among the bytes
     * @param field the index of its main field
     * @param shown what it shows
     * @param accessible what a screen reader says
     */
    ByteCell(int index, int field, String shown, String accessible) {
        this.index = index;
        this.field = field;
        this.text = new CellText(shown, "byte-text");
        getStyleClass().add("byte-cell");
        getChildren().setAll(text);
        Marks.describe(this, accessible);
    }

    @Override
    public int field() {
        return field;
    }

    int index() {
        return index;
    }

    void useFont(Font font) {
        text.useFont(font);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        text.relocate(
                snapPositionX((getWidth() - text.getLayoutBounds().getWidth()) / 2),
                snapPositionY((getHeight() - text.getLayoutBounds().getHeight()) / 2));
    }
}
