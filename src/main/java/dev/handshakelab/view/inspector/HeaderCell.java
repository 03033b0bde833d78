package dev.handshakelab.view.inspector;

import dev.handshakelab.wire.HeaderField.Kind;
import dev.handshakelab.wire.OptionKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle of the drawing: a field, or the part of it that lies in one row of 32 bits.
 *
 * @param field the field's index
 * @param row the row, from 0
 * @param fromBit the first bit, 0 to 31
 * @param toBit the bit behind the last one, 1 to 32
 * @param first whether it is the first one of its field
 * @param title what stands above; may be empty
 * @param value what stands below; may be empty
 */
record HeaderCell(
        int field, int row, int fromBit, int toBit, boolean first, String title, String value) {
    private static final int ROW_BITS = 32;

    /**
     * All rectangles, from left to right and from top to bottom. Data take one row, however many.
     */
    static List<HeaderCell> of(List<FieldText> texts) {
        List<HeaderCell> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            FieldText text = texts.get(i);
            int bit = text.field().bitOffset();
            if (text.field().kind() == Kind.DATA) {
                cells.add(
                        new HeaderCell(
                                i,
                                bit / ROW_BITS,
                                0,
                                ROW_BITS,
                                true,
                                text.shortName(),
                                text.value()));
                continue;
            }
            int end = bit + text.field().bitLength();
            for (int part = 0; bit < end; part++) {
                int rowEnd = Math.min(end, (bit / ROW_BITS + 1) * ROW_BITS);
                cells.add(part(i, text, part, bit, rowEnd));
                bit = rowEnd;
            }
        }
        return List.copyOf(cells);
    }

    private static HeaderCell part(int index, FieldText text, int part, int bit, int end) {
        String title = part == 0 ? text.shortName() : "";
        String value = part == 0 ? cellValue(text) : "";
        if (isAlignedTimestamps(text)) {
            long stamps = text.field().value();
            title =
                    switch (part) {
                        case 0 -> text.shortName();
                        case 1 -> "TSval";
                        default -> "TSecr";
                    };
            value =
                    switch (part) {
                        case 0 -> "";
                        case 1 -> Long.toString(stamps >>> ROW_BITS);
                        default -> Long.toString(stamps & 0xffffffffL);
                    };
        }
        int row = bit / ROW_BITS;
        return new HeaderCell(
                index, row, bit % ROW_BITS, end - row * ROW_BITS, part == 0, title, value);
    }

    private static String cellValue(FieldText text) {
        return text.relative().isEmpty()
                ? text.value()
                : text.value() + " (" + text.relative() + ")";
    }

    /** Whether TSval and TSecr have a row of their own each. */
    private static boolean isAlignedTimestamps(FieldText text) {
        return text.field().option() == OptionKind.TIMESTAMPS
                && text.field().bitOffset() % ROW_BITS == 16;
    }
}
