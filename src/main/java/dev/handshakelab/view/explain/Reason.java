package dev.handshakelab.view.explain;

import dev.handshakelab.view.fxml.Rows;
import dev.handshakelab.view.fxml.WrappedLabel;
import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Explanation.CheckLine;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.RfcSections;
import dev.handshakelab.view.tip.Tips;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What a paragraph says below its title: text, checks, assignments, segments, the new state, and
 * where it stands. Its nodes stay for other explanations: the styles of new ones take longer to
 * find than a step of the story may last.
 */
final class Reason extends VBox {
    private final Label text = wrapped("paragraph-text");
    private final Lines<CheckLine, Check> checks =
            new Lines<>("explain.section.checks", Check::new, Check::show);
    private final Lines<String, Label> assignments = figures("explain.section.assignments");
    private final Lines<String, Label> segments = figures("explain.section.segments");
    private final Label stateChange = wrapped("state-change");
    private final Label stateText = wrapped("hint");
    private final FlowPane chips = new FlowPane();
    private final Label rule = chip("rule-chip");
    private final Rows<String, Label> citations = new Rows<>(Reason::citation, Reason::cite);

    /** A condition that was asked. */
    private static final class Check extends HBox {
        private final Label formula = wrapped("figures");
        private final Label words = wrapped("hint");

        Check() {
            var both = new VBox(formula, words);
            HBox.setHgrow(both, Priority.ALWAYS);
            getChildren().addAll(new FontIcon(Feather.CHECK), both);
            getStyleClass().add("check");
        }

        void show(CheckLine line) {
            write(formula, line.formula());
            write(words, line.words());
        }
    }

    /**
     * @param heading what stands above everything; null: nothing
     */
    Reason(@Nullable Node heading) {
        getStyleClass().add("paragraph-content");
        chips.getStyleClass().add("chips");
        chips.getChildren().add(rule);
        if (heading != null) {
            getChildren().add(heading);
        }
        getChildren().addAll(text, checks, assignments, segments, stateChange, stateText, chips);
    }

    void show(Explanation explanation, Messages messages) {
        text.setText(explanation.text());
        checks.show(explanation.checks(), messages);
        assignments.show(explanation.assignments(), messages);
        segments.show(explanation.segments(), messages);
        write(stateChange, explanation.stateChange());
        write(stateText, explanation.stateChange().isEmpty() ? "" : explanation.stateText());
        Rows.setShown(chips, !explanation.ruleId().isEmpty());
        rule.setText(explanation.ruleId());
        citations.show(chips, explanation.citations());
    }

    private static Lines<String, Label> figures(String title) {
        return new Lines<>(title, () -> wrapped("figures"), Label::setText);
    }

    /** A section that tells its title on hover, and to a screen reader. */
    private static Label citation() {
        var chip = chip("rfc-chip");
        Tips.onDemand(
                chip,
                () -> {
                    var tip = new Tooltip();
                    tip.textProperty().bind(chip.accessibleTextProperty());
                    return tip;
                });
        return chip;
    }

    private static void cite(Label chip, String rfc) {
        chip.setText(rfc);
        chip.setAccessibleText(RfcSections.bundled().titled(rfc));
    }

    private static Label chip(String style) {
        var chip = new Label();
        chip.getStyleClass().addAll("chip", style);
        return chip;
    }

    /** A label whose text wraps. */
    static Label wrapped(String style) {
        var label = new WrappedLabel();
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        return label;
    }

    private static void write(Label label, String text) {
        label.setText(text);
        Rows.setShown(label, !text.isEmpty());
    }
}
