package dev.handshakelab.view.rules;

import atlantafx.base.controls.CustomTextField;
import dev.handshakelab.scenario.OptionsOverlay.Base;
import dev.handshakelab.view.rules.RulesViewModel.Filter;
import dev.handshakelab.view.text.Messages;
import java.util.EnumMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** Shows the decisions of a {@link RulesViewModel} and lets the user change them. */
public final class RulesController {
    private final RulesViewModel model;
    private final Messages messages;
    private final Map<Decision, DecisionCard> cards = new EnumMap<>(Decision.class);
    @FXML private CustomTextField search;
    @FXML private Button clear;
    @FXML private ToggleButton ownRules;
    @FXML private ToggleButton rfcRules;
    @FXML private ToggleButton linuxRules;
    @FXML private ToggleButton all;
    @FXML private ToggleButton objections;
    @FXML private ToggleButton changeable;
    @FXML private Label scenario;
    @FXML private Label summary;
    @FXML private Label nothing;
    @FXML private ScrollPane scroll;
    @FXML private VBox list;

    public RulesController(RulesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.setOnAction(_ -> search.clear());
        preset(ownRules, Base.SCENARIO);
        preset(rfcRules, Base.RFC);
        preset(linuxRules, Base.LINUX_LIKE);
        filter(all, Filter.ALL);
        filter(objections, Filter.OBJECTIONS);
        filter(changeable, Filter.CHANGEABLE);
        for (Label label : new Label[] {scenario, nothing}) {
            label.managedProperty().bind(label.visibleProperty());
        }
        messages.localeProperty().subscribe(_ -> rewrite());
        model.shown().addListener((ListChangeListener<Decision>) _ -> fill());
        model.overlayProperty().subscribe(_ -> refresh());
        model.scenarioProperty().subscribe(_ -> refresh());
    }

    private void preset(ToggleButton button, Base base) {
        button.setOnAction(_ -> {
            model.usePreset(base);
            refresh();
        });
    }

    private void filter(ToggleButton button, Filter filter) {
        button.setOnAction(_ -> {
            model.filterProperty().set(filter);
            button.setSelected(true);
        });
        model.filterProperty().subscribe(now -> button.setSelected(now == filter));
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void rewrite() {
        cards.clear();
        fill();
        refresh();
    }

    private void fill() {
        list.getChildren()
                .setAll(
                        model.shown().stream()
                                .map(decision -> cards.computeIfAbsent(decision, this::card))
                                .toList());
        nothing.setVisible(model.shown().isEmpty());
        scroll.setVvalue(0);
    }

    private DecisionCard card(Decision decision) {
        return new DecisionCard(decision, model, messages);
    }

    private void refresh() {
        Base preset = model.preset().orElse(null);
        ownRules.setSelected(preset == Base.SCENARIO);
        rfcRules.setSelected(preset == Base.RFC);
        linuxRules.setSelected(preset == Base.LINUX_LIKE);
        summary.setText(model.summary());
        summary.pseudoClassStateChanged(DecisionCard.CHANGED, !model.changed().isEmpty());
        scenario.setText(model.scenarioLine());
        scenario.setVisible(!scenario.getText().isEmpty());
        cards.values().forEach(DecisionCard::refresh);
    }
}
