package dev.handshakelab.view.inspector;

import dev.handshakelab.wire.HeaderField.Kind;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** A rectangle of the header's drawing: a name above a value. */
final class FieldCell extends Region implements FieldNode {
    private static final double SIDE_PX = 3;

    private final HeaderCell cell;
    private final CellText name = new CellText("", "cell-name");
    private final CellText value = new CellText("", "cell-value");
    private final boolean tall;
    private Font font = Font.getDefault();

    /**
     * @param accessible what a screen reader says
     */
    FieldCell(HeaderCell cell, FieldText text, String accessible) {
        this.cell = cell;
        this.tall = text.shortName().contains("\n");
        getStyleClass().add("field-cell");
        Kind kind = text.field().kind();
        if (kind == Kind.OPTION || kind == Kind.DATA) {
            getStyleClass().add(kind == Kind.OPTION ? "option" : "data");
        }
        if (kind.isControlBit() && text.field().value() == 1) {
            getStyleClass().add("on");
        }
        name.setTextAlignment(TextAlignment.CENTER);
        getChildren().setAll(name, value);
        Marks.describe(this, accessible);
    }

    @Override
    public int field() {
        return cell.field();
    }

    HeaderCell cell() {
        return cell;
    }

    /** Whether its name has several lines. */
    boolean isTall() {
        return tall;
    }

    void setFont(Font newFont) {
        font = newFont;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        // A single bit is so narrow that a margin would leave nothing for its letters.
        boolean narrow = cell.toBit() - cell.fromBit() == 1;
        double width = getWidth() - (narrow ? 0 : 2 * SIDE_PX);
        // All control bits in one size: that in which the widest letter fits.
        Font usual = narrow ? CellText.fitting("W", font, width) : font;
        name.fit(cell.title(), usual, width);
        value.fit(cell.value(), CellText.bold(usual), width);
        double nameHeight = cell.title().isEmpty() ? 0 : name.getLayoutBounds().getHeight();
        double valueHeight = cell.value().isEmpty() ? 0 : value.getLayoutBounds().getHeight();
        double room = getHeight() - nameHeight - valueHeight;
        double top = Math.max(0, room / (valueHeight == 0 || nameHeight == 0 ? 2 : 3));
        place(name, top);
        place(value, getHeight() - top - valueHeight);
    }

    private void place(Text text, double top) {
        double x = (getWidth() - text.getLayoutBounds().getWidth()) / 2;
        text.relocate(snapPositionX(x), snapPositionY(top));
    }
}
