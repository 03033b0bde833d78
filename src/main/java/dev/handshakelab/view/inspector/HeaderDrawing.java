package dev.handshakelab.view.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A header in rows of 32 bits under a ruler, as RFC 9293 draws it (3.1, figure 1). */
public final class HeaderDrawing extends Region {
    private static final int ROW_BITS = 32;
    private static final int RULER_LINES = 2;
    private static final double MARGIN_LINES = 0.35;
    private static final double MIN_WIDTH_PX = 280;

    private final List<CellText> tens = new ArrayList<>();
    private final List<CellText> units = new ArrayList<>();
    private List<FieldCell> cells = List.of();
    private Font font = Font.getDefault();
    private @Nullable InspectorViewModel model;

    /** Without a header yet. */
    public HeaderDrawing() {
        getStyleClass().add("header-drawing");
        setAccessibleRole(AccessibleRole.PARENT);
        for (int bit = 0; bit < ROW_BITS; bit++) {
            tens.add(mark(bit % 10 == 0 ? Integer.toString(bit / 10) : ""));
            units.add(mark(Integer.toString(bit % 10)));
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    }

    private static CellText mark(String text) {
        return new CellText(text, "ruler");
    }

    /** Follows a model from now on; to be called once. */
    void follow(InspectorViewModel newModel) {
        model = newModel;
        newModel.sheetProperty().subscribe(this::fill);
        newModel.selectedProperty().subscribe(this::markCells);
        newModel.hoveredProperty().subscribe(this::markCells);
    }

    void setFont(Font newFont) {
        font = newFont;
        cells.forEach(cell -> cell.setFont(newFont));
        requestLayout();
    }

    private void fill(@Nullable SegmentSheet sheet) {
        InspectorViewModel now = model;
        boolean hadFocus = cells.stream().anyMatch(Node::isFocused);
        List<FieldCell> made = new ArrayList<>();
        if (sheet != null && now != null) {
            for (HeaderCell cell : sheet.cells()) {
                FieldText text = sheet.fields().get(cell.field());
                made.add(make(new FieldCell(cell, text, text.accessible()), now));
            }
        }
        cells = List.copyOf(made);
        ObservableList<Node> children = getChildren();
        children.setAll(tens);
        children.addAll(units);
        children.addAll(cells);
        markCells();
        if (hadFocus) {
            tabStop().ifPresent(Node::requestFocus);
        }
        requestLayout();
    }

    private FieldCell make(FieldCell cell, InspectorViewModel now) {
        cell.setFont(font);
        Parts.connect(cell, now, Set.of(cell.field()));
        return cell;
    }

    private void markCells() {
        InspectorViewModel now = model;
        if (now == null) {
            return;
        }
        FieldCell stop = tabStop().orElse(null);
        for (FieldCell cell : cells) {
            boolean hovered = now.isHovered(cell.field());
            boolean selected = now.selectedProperty().get() == cell.field();
            Marks.mark(cell, hovered, selected);
            cell.setViewOrder(hovered ? -2 : selected ? -1 : 0);
            cell.setFocusTraversable(cell.equals(stop));
        }
    }

    /** The one cell that the tab key reaches: that of the selected field, or the first one. */
    private Optional<FieldCell> tabStop() {
        int selected = model == null ? InspectorViewModel.NONE : model.selectedProperty().get();
        return cells.stream()
                .filter(cell -> cell.field() == selected)
                .findFirst()
                .or(() -> cells.stream().findFirst());
    }

    private void move(KeyEvent event) {
        if (!(event.getTarget() instanceof FieldCell from)) {
            return;
        }
        next(from, event.getCode())
                .ifPresent(to -> {
                    to.requestFocus();
                    event.consume();
                });
    }

    private Optional<FieldCell> next(FieldCell from, KeyCode code) {
        return switch (code) {
            case LEFT -> firstOf(Math.max(0, from.field() - 1));
            case RIGHT -> firstOf(Math.min(cells.getLast().field(), from.field() + 1));
            case HOME -> firstOf(0);
            case END -> firstOf(cells.getLast().field());
            case UP -> inRow(from, -1);
            case DOWN -> inRow(from, 1);
            default -> Optional.empty();
        };
    }

    private Optional<FieldCell> firstOf(int field) {
        return cells.stream().filter(cell -> cell.field() == field).findFirst();
    }

    /** The cell of another field above or below, over the same bits as far as possible. */
    private Optional<FieldCell> inRow(FieldCell from, int direction) {
        int bit = from.cell().fromBit();
        return cells.stream()
                .filter(cell -> cell.field() != from.field())
                .filter(cell -> (cell.cell().row() - from.cell().row()) * direction > 0)
                .min(
                        Comparator.<FieldCell>comparingInt(
                                        cell -> Math.abs(cell.cell().row() - from.cell().row()))
                                .thenComparingInt(cell ->
                                        cell.cell().fromBit() <= bit && bit < cell.cell().toBit()
                                                ? 0
                                                : 1)
                                .thenComparingInt(cell -> cell.cell().fromBit()))
                .flatMap(cell -> firstOf(cell.field()))
                .or(() -> Optional.of(from));
    }

    private double line() {
        return CellText.lineHeight(font);
    }

    private int rows() {
        return cells.isEmpty() ? 0 : cells.getLast().cell().row() + 1;
    }

    private double rowHeight(int row) {
        boolean tall = cells.stream().anyMatch(cell -> cell.cell().row() == row && cell.isTall());
        return snapSizeY(line() * ((tall ? 4 : 2) + MARGIN_LINES));
    }

    @Override
    protected double computeMinWidth(double height) {
        return MIN_WIDTH_PX;
    }

    @Override
    protected double computePrefWidth(double height) {
        return MIN_WIDTH_PX;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = RULER_LINES * line() + 2;
        for (int row = 0; row < rows(); row++) {
            height += rowHeight(row);
        }
        return snappedTopInset() + Math.ceil(height) + snappedBottomInset();
    }

    private double x(int bit) {
        double width = getWidth() - snappedLeftInset() - snappedRightInset() - 1;
        return snapPositionX(snappedLeftInset() + width * bit / ROW_BITS);
    }

    @Override
    protected void layoutChildren() {
        double line = line();
        double top = snappedTopInset();
        // A digit and its like beside it, or neighbours would read as one number.
        Font ruler = CellText.fitting("00", font, x(1) - x(0));
        for (int bit = 0; bit < ROW_BITS; bit++) {
            tens.get(bit).useFont(ruler);
            units.get(bit).useFont(ruler);
            double middle = (x(bit) + x(bit + 1) + 1) / 2;
            center(tens.get(bit), middle, top);
            center(units.get(bit), middle, top + line * 0.9);
        }
        top = snapPositionY(top + RULER_LINES * line);
        int row = 0;
        double height = rowHeight(row);
        for (FieldCell cell : cells) {
            while (row < cell.cell().row()) {
                top += height;
                row++;
                height = rowHeight(row);
            }
            double left = x(cell.cell().fromBit());
            // One px more: neighbours share the line between them.
            cell.resizeRelocate(left, top, x(cell.cell().toBit()) - left + 1, height + 1);
        }
    }

    private static void center(Text text, double middle, double top) {
        text.relocate(middle - text.getLayoutBounds().getWidth() / 2, top);
    }
}
