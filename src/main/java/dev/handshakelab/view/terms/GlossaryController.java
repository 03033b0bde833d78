package dev.handshakelab.view.terms;

import atlantafx.base.controls.CustomTextField;
import dev.handshakelab.view.terms.GlossaryViewModel.Entry;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Shows the terms of a {@link GlossaryViewModel}. */
public final class GlossaryController {
    private static final String GAP = "   ";

    private final GlossaryViewModel model;
    @FXML private CustomTextField search;
    @FXML private Button clear;
    @FXML private Label nothing;
    @FXML private ScrollPane scroll;
    @FXML private VBox list;

    public GlossaryController(GlossaryViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.setOnAction(_ -> search.clear());
        nothing.managedProperty().bind(nothing.visibleProperty());
        model.shown().addListener((ListChangeListener<Entry>) _ -> fill());
        fill();
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void fill() {
        list.getChildren().setAll(model.shown().stream().map(GlossaryController::row).toList());
        nothing.setVisible(model.shown().isEmpty());
        scroll.setVvalue(0);
    }

    private static Node row(Entry entry) {
        // A text flow breaks long names anywhere; panes of labels would grow wider than the page.
        var names = new TextFlow(text(entry.name(), "term-name"), text(GAP, "term-other"));
        names.getChildren().add(text(entry.otherName(), "term-other"));
        var row = new VBox(names, label(entry.text(), "term-text"));
        row.getStyleClass().add("term");
        return row;
    }

    private static Text text(String content, String style) {
        var text = new Text(content);
        text.getStyleClass().add(style);
        return text;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        return label;
    }
}
