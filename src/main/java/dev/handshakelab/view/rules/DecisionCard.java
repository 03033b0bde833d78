package dev.handshakelab.view.rules;

import dev.handshakelab.scenario.RuleChoice;
import dev.handshakelab.scenario.RuleChoice.Value;
import dev.handshakelab.view.fxml.WrappedLabel;
import dev.handshakelab.view.rules.Decision.Part;
import dev.handshakelab.view.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One decision: the point, what the program does, where it stands, and what can be chosen. */
final class DecisionCard extends VBox {
    static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass OBJECTION = PseudoClass.getPseudoClass("objection");

    private final Decision decision;
    private final RulesViewModel model;
    private final Messages messages;
    private final Map<Value, ToggleButton> buttons = new EnumMap<>(Value.class);
    private final Label note = wrapped("", "decision-note");
    private final Hyperlink takeBack = new Hyperlink();
    private final VBox notes = new VBox(note, takeBack);

    DecisionCard(Decision decision, RulesViewModel model, Messages messages) {
        this.decision = decision;
        this.model = model;
        this.messages = messages;
        getStyleClass().add("decision");
        pseudoClassStateChanged(OBJECTION, decision.raisesObjection());
        getChildren().add(head());
        if (decision.raisesObjection()) {
            var mark = wrapped(messages.get("rules.only.objections"), "decision-objection");
            mark.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
            getChildren().add(mark);
        }
        getChildren().add(wrapped(model.text(decision, Part.ISSUE), "decision-issue"));
        getChildren().add(wrapped(messages.get("rules.choice"), "decision-section"));
        getChildren().add(wrapped(model.text(decision, Part.CHOICE), "decision-choice"));
        decision.choice().ifPresent(this::addControl);
        addSources();
        refresh();
    }

    private HBox head() {
        var id = new Label(decision.name());
        id.setMinWidth(USE_PREF_SIZE);
        id.getStyleClass().add("decision-id");
        var title = wrapped(model.text(decision, Part.TITLE), "decision-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(id, title);
        head.getStyleClass().add("decision-head");
        if (decision.choice().isEmpty()) {
            var fixed = new Label(messages.get("rules.fixed"));
            fixed.setMinWidth(USE_PREF_SIZE);
            fixed.getStyleClass().add("decision-fixed");
            head.getChildren().add(fixed);
        }
        return head;
    }

    private void addControl(RuleChoice choice) {
        var line = new FlowPane();
        line.getStyleClass().add("decision-control");
        for (Value value : choice.offered()) {
            var button = new ToggleButton(model.name(value));
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(model.name(choice) + ": " + model.name(value));
            button.setOnAction(_ -> choose(choice, value));
            buttons.put(value, button);
            line.getChildren().add(button);
        }
        takeBack.setText(messages.get("rules.reset"));
        takeBack.setOnAction(_ -> model.takeBack(choice));
        notes.managedProperty().bind(notes.visibleProperty());
        takeBack.managedProperty().bind(takeBack.visibleProperty());
        getChildren().addAll(wrapped(model.name(choice), "decision-switch"), line, notes);
    }

    private void choose(RuleChoice choice, Value value) {
        model.choose(choice, value);
        // A button that was on already stays so.
        refresh();
    }

    private void addSources() {
        List<String> sources = model.sources(decision);
        if (!sources.isEmpty()) {
            var list = new VBox();
            list.getStyleClass().add("decision-sources");
            for (String source : sources) {
                list.getChildren().add(wrapped(source, "decision-source"));
            }
            getChildren().add(list);
        }
    }

    Decision decision() {
        return decision;
    }

    /** Shows the value in force. */
    void refresh() {
        RuleChoice choice = decision.choice().orElse(null);
        if (choice != null) {
            showValue(choice, model.value(choice).orElse(null));
        }
    }

    private void showValue(RuleChoice choice, @Nullable Value now) {
        buttons.forEach((value, button) -> button.setSelected(value == now));
        pseudoClassStateChanged(CHANGED, model.changed().contains(choice));
        note.setText(model.note(choice));
        takeBack.setVisible(model.canTakeBack(choice));
        notes.setVisible(!note.getText().isEmpty());
    }

    private static Label wrapped(String text, String style) {
        var label = new WrappedLabel();
        label.setText(text);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        return label;
    }
}
