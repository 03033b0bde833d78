package dev.handshakelab.view.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All fields of a segment, one below the other, with what they mean. */
public final class FieldList extends VBox {
    /** From this width on a field takes one line, in units of the text's size. */
    private static final double WIDE_EM = 48;

    private List<FieldRow> rows = List.of();
    private double fontSizePx = 14;
    private boolean wide;
    private @Nullable InspectorViewModel model;

    /** Without fields yet. */
    public FieldList() {
        getStyleClass().add("field-list");
        setAccessibleRole(AccessibleRole.PARENT);
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        widthProperty().subscribe(this::arrange);
    }

    /** Follows a model from now on; to be called once. */
    void follow(InspectorViewModel newModel) {
        model = newModel;
        newModel.sheetProperty().subscribe(this::fill);
        newModel.selectedProperty().subscribe(this::markRows);
        newModel.hoveredProperty().subscribe(this::markRows);
    }

    void setFontSize(double sizePx) {
        fontSizePx = sizePx;
        arrange();
    }

    private void arrange() {
        boolean now = getWidth() >= WIDE_EM * fontSizePx;
        if (now != wide) {
            wide = now;
            rows.forEach(row -> row.arrange(now));
        }
    }

    private void fill(@Nullable SegmentSheet sheet) {
        InspectorViewModel now = model;
        boolean hadFocus = rows.stream().anyMatch(Node::isFocused);
        List<FieldRow> made = new ArrayList<>();
        if (sheet != null && now != null) {
            for (int i = 0; i < sheet.fields().size(); i++) {
                var row = new FieldRow(i, sheet.fields().get(i));
                row.arrange(wide);
                Parts.connect(row, now, Set.of(i));
                made.add(row);
            }
        }
        rows = List.copyOf(made);
        getChildren().setAll(rows);
        markRows();
        if (hadFocus && !rows.isEmpty()) {
            rows.get(tabStop()).requestFocus();
        }
    }

    private void markRows() {
        InspectorViewModel now = model;
        if (now == null) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            Marks.mark(rows.get(i), now.isHovered(i), now.selectedProperty().get() == i);
            rows.get(i).setFocusTraversable(i == tabStop());
        }
    }

    private int tabStop() {
        return model == null ? 0 : Math.max(0, model.selectedProperty().get());
    }

    private void move(KeyEvent event) {
        if (!(event.getTarget() instanceof FieldRow from)) {
            return;
        }
        int to = next(from.field(), event.getCode());
        if (to != -1) {
            rows.get(Math.clamp(to, 0, rows.size() - 1)).requestFocus();
            event.consume();
        }
    }

    private int next(int from, KeyCode code) {
        return switch (code) {
            case UP, LEFT -> Math.max(0, from - 1);
            case DOWN, RIGHT -> from + 1;
            case HOME -> 0;
            case END -> rows.size() - 1;
            default -> -1;
        };
    }
}
