package dev.handshakelab.view.inspector;

import dev.handshakelab.tcp.Octets;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** Bytes in hexadecimal and as characters, 8 or 16 in a row, behind their offset. */
public final class HexDump extends Region {
    /** How many bytes are shown at most: a whole header and a good part of the data. */
    static final int MAX_SHOWN = 384;

    private static final int NARROW = 8;
    private static final int WIDE = 16;
    private static final double LINE_SPACING = 1.35;

    private final List<CellText> offsets = new ArrayList<>();
    private final List<ByteCell> digits = new ArrayList<>();
    private final List<ByteCell> characters = new ArrayList<>();
    private Font font = Font.getDefault();
    private @Nullable InspectorViewModel model;
    private @Nullable Messages messages;

    /** Without bytes yet. */
    public HexDump() {
        getStyleClass().add("hex-dump");
        setAccessibleRole(AccessibleRole.PARENT);
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    }

    /** Follows a model from now on; to be called once. */
    void follow(InspectorViewModel newModel, Messages newMessages) {
        model = newModel;
        messages = newMessages;
        newModel.sheetProperty().subscribe(this::fill);
        newModel.selectedProperty().subscribe(this::markBytes);
        newModel.hoveredProperty().subscribe(this::markBytes);
    }

    /**
     * @param size of the digits, in px
     */
    void setFontSize(double size) {
        font = Font.font("Monospaced", size);
        applyFont();
        requestLayout();
    }

    private void applyFont() {
        offsets.forEach(text -> text.useFont(font));
        digits.forEach(cell -> cell.setFont(font));
        characters.forEach(cell -> cell.setFont(font));
    }

    private void fill(@Nullable SegmentSheet sheet) {
        boolean hadFocus = digits.stream().anyMatch(Node::isFocused);
        offsets.clear();
        digits.clear();
        characters.clear();
        if (sheet != null) {
            int shown = Math.min(MAX_SHOWN, sheet.bytes().length());
            IntStream.range(0, shown).forEach(index -> add(sheet, index));
            for (int index = 0; index < shown; index += NARROW) {
                offsets.add(new CellText(HexFormat.of().toHexDigits((short) index), "offset"));
            }
        }
        List<Node> all = new ArrayList<>(offsets);
        all.addAll(digits);
        all.addAll(characters);
        getChildren().setAll(all);
        applyFont();
        markBytes();
        if (hadFocus) {
            tabStop().ifPresent(Node::requestFocus);
        }
        requestLayout();
    }

    private void add(SegmentSheet sheet, int index) {
        InspectorViewModel now = model;
        Messages texts = messages;
        if (now == null || texts == null) {
            return;
        }
        Octets bytes = sheet.bytes();
        Set<Integer> fields = sheet.fieldsAt(index);
        String hex = HexFormat.of().toHexDigits(bytes.at(index));
        String names =
                fields.stream()
                        .sorted()
                        .map(field -> sheet.fields().get(field).name())
                        .collect(Collectors.joining(", "));
        String accessible = texts.get("inspector.byte", index, hex, names);
        int main = sheet.mainFieldAt(index);
        var digit = new ByteCell(index, main, hex, accessible);
        String shown = Character.toString(FieldTexts.printable(bytes.at(index)));
        var character = new ByteCell(index, main, shown, accessible);
        character.getStyleClass().add("character");
        Parts.connect(digit, now, fields);
        Parts.connect(character, now, fields);
        digits.add(digit);
        characters.add(character);
    }

    private void markBytes() {
        InspectorViewModel now = model;
        if (now == null) {
            return;
        }
        ByteCell stop = tabStop().orElse(null);
        for (int i = 0; i < digits.size(); i++) {
            boolean hovered = now.isByteHovered(i);
            boolean selected = now.isByteSelected(i);
            Marks.mark(digits.get(i), hovered, selected);
            Marks.mark(characters.get(i), hovered, selected);
            digits.get(i).setFocusTraversable(digits.get(i).equals(stop));
        }
    }

    /** The one byte that the tab key reaches: the first one of the selected field, or of all. */
    private Optional<ByteCell> tabStop() {
        InspectorViewModel now = model;
        return digits.stream()
                .filter(cell -> now != null && now.isByteSelected(cell.index()))
                .findFirst()
                .or(() -> digits.stream().findFirst());
    }

    private void move(KeyEvent event) {
        if (!(event.getTarget() instanceof ByteCell from)) {
            return;
        }
        int to = next(from.index(), event.getCode());
        if (to != -1) {
            digits.get(Math.clamp(to, 0, digits.size() - 1)).requestFocus();
            event.consume();
        }
    }

    private int next(int from, KeyCode code) {
        int columns = columns(getWidth());
        return switch (code) {
            case LEFT -> Math.max(0, from - 1);
            case RIGHT -> from + 1;
            case UP -> from < columns ? from : from - columns;
            case DOWN -> from + columns < digits.size() ? from + columns : from;
            case HOME -> 0;
            case END -> digits.size() - 1;
            default -> -1;
        };
    }

    private double columnWidth() {
        return snapSizeX(CellText.width("00", font) * 1.45);
    }

    private double characterWidth() {
        return snapSizeX(CellText.width("0", font) * 1.12);
    }

    private double offsetWidth() {
        return snapSizeX(CellText.width("0000", font) * 1.3);
    }

    private double gap() {
        return snapSizeX(CellText.width("0", font));
    }

    private double needs(int columns) {
        // Four bytes make a row of the drawing: a gap after each of them.
        return offsetWidth()
                + columns * (columnWidth() + characterWidth())
                + (columns / 4) * gap() / 2
                + gap();
    }

    private int columns(double width) {
        return width >= needs(WIDE) ? WIDE : NARROW;
    }

    private double rowHeight() {
        return snapSizeY(CellText.lineHeight(font) * LINE_SPACING);
    }

    @Override
    protected double computeMinWidth(double height) {
        return needs(NARROW);
    }

    @Override
    protected double computePrefWidth(double height) {
        return needs(NARROW);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width < 0 ? getWidth() : width);
        return rowHeight() * Math.ceilDiv(digits.size(), columns);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double height = rowHeight();
        double characterStart = needs(columns) - columns * characterWidth();
        for (int i = 0; i < offsets.size(); i++) {
            int index = i * NARROW;
            offsets.get(i).setVisible(index % columns == 0);
            double slack = height - offsets.get(i).getLayoutBounds().getHeight();
            offsets.get(i).relocate(0, snapPositionY(index / columns * height + slack / 2));
        }
        for (int i = 0; i < digits.size(); i++) {
            int column = i % columns;
            double top = i / columns * height;
            double left = offsetWidth() + column * columnWidth() + (column / 4) * gap() / 2;
            digits.get(i).resizeRelocate(left, top, columnWidth(), height);
            characters
                    .get(i)
                    .resizeRelocate(
                            characterStart + column * characterWidth(),
                            top,
                            characterWidth(),
                            height);
        }
    }
}
