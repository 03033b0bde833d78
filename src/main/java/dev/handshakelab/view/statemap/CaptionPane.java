package dev.handshakelab.view.statemap;

import dev.handshakelab.view.fxml.Rows;
import dev.handshakelab.view.fxml.WrappedLabel;
import dev.handshakelab.view.statemap.MapTexts.Caption;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The explanation below the map. */
final class CaptionPane extends VBox {
    private static final double SCROLL_STEP = 0.5;

    private final Label heading = new Label();
    private final CheckBox omitted = new CheckBox();
    private final Tooltip omittedTip = new Tooltip();
    private final VBox lines = new VBox();
    private final Rows<String, Label> rows = new Rows<>(CaptionPane::line, Label::setText);
    private final ScrollPane scroll = new ScrollPane(lines);

    CaptionPane(BooleanProperty showOmitted) {
        getStyleClass().add("map-caption");
        heading.getStyleClass().add("heading");
        heading.setMinWidth(0);
        omitted.getStyleClass().add("show-omitted");
        omitted.setMinWidth(USE_PREF_SIZE);
        omitted.selectedProperty().bindBidirectional(showOmitted);
        omitted.setTooltip(omittedTip);
        lines.getStyleClass().add("lines");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(heading, space, omitted);
        top.getStyleClass().add("top");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        setManaged(false);
        getChildren().addAll(top, scroll);
    }

    void name(String omittedText, String omittedHint) {
        omitted.setText(omittedText);
        omittedTip.setText(omittedHint);
    }

    void show(Caption caption) {
        heading.setText(caption.heading());
        rows.show(lines, caption.lines());
        scroll.setVvalue(0);
    }

    private static Label line() {
        var line = new WrappedLabel();
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    /** Scrolls half a page. */
    void scrollBy(int steps) {
        double hidden = lines.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            double step = SCROLL_STEP * scroll.getViewportBounds().getHeight() / hidden;
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + steps * step, 0, 1));
        }
    }
}
