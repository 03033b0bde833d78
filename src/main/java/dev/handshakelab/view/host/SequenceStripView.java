package dev.handshakelab.view.host;

import dev.handshakelab.diagram.SequenceSpace;
import dev.handshakelab.diagram.SequenceSpace.Edge;
import dev.handshakelab.diagram.SequenceSpace.Kind;
import dev.handshakelab.diagram.SequenceStrip;
import dev.handshakelab.diagram.SequenceStrip.Cell;
import dev.handshakelab.diagram.SequenceStrip.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A sequence space drawn as a strip, see {@link SequenceStrip}. */
public final class SequenceStripView extends Region {
    private static final double STRIP_EM = 2;
    private static final double ROW_EM = 1.5;
    private static final double LINE_PX = 1.5;

    /** Shows nothing; its font is the one that the style sheets give to all labels here. */
    private final Label probe = new Label();

    private final Text measure = new Text();
    private final List<Label> cells = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private @Nullable SequenceSpace space;
    private List<Object> parts = List.of();
    private Function<Edge, String> edgeText = _ -> "";

    /** Shows nothing yet. */
    public SequenceStripView() {
        getStyleClass().add("sequence-strip");
        setAccessibleRole(AccessibleRole.TEXT);
        probe.getStyleClass().add("strip-text");
        probe.setVisible(false);
        probe.setManaged(false);
        probe.fontProperty().subscribe(this::requestLayout);
        getChildren().add(probe);
    }

    /** The style class of a kind: {@code in-flight}. */
    static String styleClass(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Shows a space; null: nothing.
     *
     * @param newEdgeText what stands at an edge
     */
    void show(@Nullable SequenceSpace newSpace, Function<Edge, String> newEdgeText) {
        space = newSpace;
        edgeText = newEdgeText;
        requestLayout();
        List<Object> wanted = newSpace == null ? List.of() : parts(newSpace);
        if (parts.equals(wanted)) {
            // New nodes would have to find their styles.
            return;
        }
        parts = wanted;
        cells.clear();
        lines.clear();
        labels.clear();
        if (newSpace != null) {
            newSpace.spans().forEach(_ -> cells.add(label("strip-cell")));
            newSpace.edges()
                    .forEach(edge -> {
                        var line = new Region();
                        line.getStyleClass().addAll("strip-line", styleOf(edge));
                        line.setManaged(false);
                        lines.add(line);
                        Label label = label("strip-label");
                        label.getStyleClass().add(styleOf(edge));
                        labels.add(label);
                    });
        }
        getChildren().setAll(probe);
        getChildren().addAll(cells);
        getChildren().addAll(lines);
        getChildren().addAll(labels);
    }

    /** What decides which nodes there are. */
    private static List<Object> parts(SequenceSpace space) {
        List<Object> parts = new ArrayList<>();
        parts.add(space.spans().size());
        space.edges().forEach(edge -> parts.add(edge.pointer()));
        return parts;
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().addAll("strip-text", styleClass);
        label.setManaged(false);
        return label;
    }

    private static String styleOf(Edge edge) {
        return edge.pointer().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 20 * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        SequenceStrip strip = strip(width < 0 ? getWidth() : width);
        return strip == null ? 0 : Math.ceil((STRIP_EM + ROW_EM * strip.rows()) * em());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        SequenceStrip strip = strip(getWidth());
        if (strip == null) {
            return;
        }
        double height = STRIP_EM * em();
        for (int i = 0; i < cells.size(); i++) {
            Label label = cells.get(i);
            boolean used = i < strip.cells().size();
            label.setVisible(used);
            if (used) {
                place(label, strip.cells().get(i), height);
            }
        }
        for (int i = 0; i < labels.size(); i++) {
            place(i, strip.marks().get(i), height);
        }
    }

    private void place(Label label, Cell cell, double height) {
        String style = styleClass(cell.span().kind());
        List<String> styles = List.of("label", "strip-text", "strip-cell", style);
        if (!label.getStyleClass().equals(styles)) {
            label.getStyleClass().setAll(styles);
        }
        label.setText(cell.text());
        double left = snapPositionX(cell.x());
        // One px more: neighbours share the line between them.
        double right = Math.min(getWidth(), snapPositionX(cell.x() + cell.width()) + 1);
        label.resizeRelocate(left, 0, right - left, height);
    }

    private void place(int index, Mark mark, double height) {
        double row = ROW_EM * em();
        double top = height + mark.row() * row;
        double x = Math.min(getWidth() - LINE_PX, snapPositionX(mark.x()));
        lines.get(index).resizeRelocate(x, height * 0.72, LINE_PX, top + row * 0.8 - height * 0.72);
        Label label = labels.get(index);
        label.setText(mark.text());
        double width = Math.min(getWidth(), Math.ceil(mark.labelWidth()) + 1);
        label.resizeRelocate(
                Math.clamp(snapPositionX(mark.labelX()), 0, Math.max(0, getWidth() - width)),
                top,
                width,
                row);
    }

    private @Nullable SequenceStrip strip(double width) {
        SequenceSpace shown = space;
        if (shown == null || width <= 0) {
            return null;
        }
        Font font = probe.getFont();
        measure.setFont(font);
        var type = new SequenceStrip.Type((text, _, _) -> width(text), font.getSize());
        return SequenceStrip.of(shown, width, type, edgeText);
    }

    private double width(String text) {
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }

    private double em() {
        return probe.getFont().getSize();
    }
}
