package dev.handshakelab.view.myths;

import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Misconception.Part;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.view.text.Messages;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One misconception: what is said, what is true, and a button that shows it. */
final class MythCard extends HBox {
    private final Misconception myth;
    private final MythsViewModel model;
    private final Messages messages;
    private final Button show = new Button();

    MythCard(Misconception myth, MythsViewModel model, MythActions actions, Messages messages) {
        this.myth = myth;
        this.model = model;
        this.messages = messages;
        getStyleClass().add("myth-card");
        setAccessibleRole(AccessibleRole.NODE);
        accessibleTextProperty()
                .bind(
                        text(() ->
                                messages.get(
                                        "myths.cardAccessible",
                                        myth.id(),
                                        part(Part.CLAIM),
                                        part(Part.TRUTH))));
        var number = new Label(myth.id());
        number.getStyleClass().add("myth-number");
        number.setMinWidth(USE_PREF_SIZE);
        var texts =
                new VBox(
                        line(Part.CLAIM, "myths.claim", Feather.X_CIRCLE, "claim"),
                        line(Part.TRUTH, "myths.truth", Feather.CHECK_CIRCLE, "truth"),
                        chips(actions));
        texts.getStyleClass().add("myth-texts");
        texts.setMinWidth(0);
        setHgrow(texts, Priority.ALWAYS);
        prepareShow(actions);
        getChildren().addAll(number, texts, show);
    }

    /** The button that shows the misconception. */
    Button showButton() {
        return show;
    }

    private void prepareShow(MythActions actions) {
        show.setGraphic(new FontIcon(Feather.PLAY));
        show.getStyleClass().addAll("accent", "myth-show");
        show.setMinWidth(USE_PREF_SIZE);
        messages.bind(show, "myths.show");
        show.accessibleTextProperty()
                .bind(
                        text(() ->
                                messages.get("myths.showAccessible", myth.id(), part(Part.CLAIM))));
        var tip = new Tooltip();
        tip.getStyleClass().add("wide-tip");
        tip.setWrapText(true);
        tip.textProperty()
                .bind(text(() -> messages.get("myths.showTip", myth.scenario(), shownTitle())));
        show.setTooltip(tip);
        show.setOnAction(_ -> actions.show(myth));
    }

    private String shownTitle() {
        return model.title(model.scenarios(myth).getFirst());
    }

    private HBox line(Part part, String wordKey, Feather sign, String style) {
        var word = new Label(null, new FontIcon(sign));
        messages.bind(word, wordKey);
        word.setMinWidth(USE_PREF_SIZE);
        word.getStyleClass().addAll("myth-word", style);
        var text = new Label();
        text.textProperty().bind(text(() -> part(part)));
        text.setWrapText(true);
        text.setMinWidth(0);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().addAll("myth-text", style);
        setHgrow(text, Priority.ALWAYS);
        var line = new HBox(word, text);
        line.getStyleClass().add("myth-line");
        return line;
    }

    private FlowPane chips(MythActions actions) {
        var chips = new FlowPane();
        chips.getStyleClass().addAll("chips", "myth-chips");
        model.scenarios(myth).forEach(one -> chips.getChildren().add(chip(one, actions)));
        return chips;
    }

    private Button chip(Scenario scenario, MythActions actions) {
        var chip = new Button();
        chip.getStyleClass().setAll("myth-chip");
        chip.textProperty().bind(text(() -> scenario.id() + "  " + model.title(scenario)));
        chip.accessibleTextProperty()
                .bind(
                        text(() ->
                                messages.get(
                                        "myths.scenarioAccessible",
                                        scenario.id(),
                                        model.title(scenario))));
        chip.setOnAction(_ -> actions.open(scenario));
        return chip;
    }

    private String part(Part part) {
        return messages.get(myth.key(part));
    }

    private StringBinding text(Callable<String> text) {
        return Bindings.createStringBinding(text, messages.localeProperty());
    }
}
