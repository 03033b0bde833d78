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
import javafx.geometry.Orientation;
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

    private static final int NARROWEST = 4;
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
        requestLayout();
    }

    private void fill(@Nullable SegmentSheet sheet) {
        boolean hadFocus = digits.stream().anyMatch(Node::isFocused);
        offsets.clear();
        digits.clear();
        characters.clear();
        if (sheet != null) {
            int shown = Math.min(MAX_SHOWN, sheet.bytes().length());
            IntStream.range(0, shown).forEach(index -> add(sheet, index));
            for (int index = 0; index < shown; index += NARROWEST) {
                offsets.add(new CellText(HexFormat.of().toHexDigits((short) index), "offset"));
            }
        }
        List<Node> all = new ArrayList<>(offsets);
        all.addAll(digits);
        all.addAll(characters);
        getChildren().setAll(all);
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
        int columns = setting(getWidth()).columns();
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

    /**
     * How the bytes are set.
     *
     * @param font of the digits
     * @param columns bytes in a row
     */
    private record Setting(Font font, int columns) {
        double byteWidth() {
            return Math.ceil(CellText.width("00", font) * 1.45);
        }

        double characterWidth() {
            return Math.ceil(CellText.width("0", font) * 1.12);
        }

        /** Where the first byte begins. */
        double bytesAt() {
            return Math.ceil(CellText.width("0000", font) * 1.3);
        }

        /** Four bytes make a row of the drawing: a gap after each of them. */
        double byteAt(int column) {
            double gap = Math.ceil(CellText.width("0", font) / 2);
            int gaps = column / 4;
            return bytesAt() + column * byteWidth() + gaps * gap;
        }

        double characterAt(int column) {
            return byteAt(columns) + byteWidth() / 2 + column * characterWidth();
        }

        double width() {
            return characterAt(columns);
        }

        double rowHeight() {
            return Math.ceil(CellText.lineHeight(font) * LINE_SPACING);
        }
    }

    /** As many columns as fit; rather 8 of them in a smaller font than 4. */
    private Setting setting(double width) {
        for (int columns : List.of(WIDE, NARROW)) {
            var usual = new Setting(font, columns);
            if (usual.width() <= width) {
                return usual;
            }
        }
        for (double size = Math.floor(font.getSize()); size >= CellText.MIN_FONT_PX; size--) {
            var smaller = new Setting(CellText.sized(font, size), NARROW);
            if (smaller.width() <= width) {
                return smaller;
            }
        }
        return new Setting(CellText.sized(font, CellText.MIN_FONT_PX), NARROWEST);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return new Setting(CellText.sized(font, CellText.MIN_FONT_PX), NARROWEST).width();
    }

    @Override
    protected double computePrefWidth(double height) {
        return new Setting(font, NARROW).width();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Setting setting = setting(width < 0 ? getWidth() : width);
        return setting.rowHeight() * Math.ceilDiv(digits.size(), setting.columns());
    }

    @Override
    protected void layoutChildren() {
        Setting setting = setting(getWidth());
        int columns = setting.columns();
        double height = setting.rowHeight();
        for (int i = 0; i < offsets.size(); i++) {
            CellText offset = offsets.get(i);
            int index = i * NARROWEST;
            offset.setVisible(index % columns == 0);
            offset.useFont(setting.font());
            int row = index / columns;
            double slack = height - offset.getLayoutBounds().getHeight();
            offset.relocate(0, snapPositionY(row * height + slack / 2));
        }
        for (int i = 0; i < digits.size(); i++) {
            int column = i % columns;
            int row = i / columns;
            double top = row * height;
            ByteCell digit = digits.get(i);
            digit.useFont(setting.font());
            digit.resizeRelocate(setting.byteAt(column), top, setting.byteWidth(), height);
            ByteCell character = characters.get(i);
            character.useFont(setting.font());
            character.resizeRelocate(
                    setting.characterAt(column), top, setting.characterWidth(), height);
        }
    }
}
