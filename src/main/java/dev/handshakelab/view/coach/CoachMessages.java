package dev.handshakelab.view.coach;

import dev.handshakelab.coach.Finding;
import dev.handshakelab.coach.Hint;
import dev.handshakelab.coach.Judge;
import dev.handshakelab.coach.Verdict;
import dev.handshakelab.view.coach.CoachViewModel.Outcome;
import dev.handshakelab.view.coach.CoachViewModel.Phase;
import dev.handshakelab.view.text.DecisionTexts;
import dev.handshakelab.view.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is said about a decision: what was wrong and why, a hint, how it went in the end. */
final class CoachMessages {
    private final Pane box;
    private final CoachViewModel model;
    private final Messages messages;

    CoachMessages(Pane box, CoachViewModel model, Messages messages) {
        this.box = box;
        this.model = model;
        this.messages = messages;
        box.managedProperty().bind(Bindings.isNotEmpty(box.getChildren()));
        box.visibleProperty().bind(box.managedProperty());
    }

    void clear() {
        box.getChildren().clear();
    }

    /** The verdict on the present decision, and the hint. */
    void show(DecisionTexts texts) {
        Verdict verdict = model.verdictProperty().get();
        Hint hint = model.hintProperty().get();
        if (model.getPhase() == Phase.ANSWERED) {
            boolean right = verdict != null;
            String word = messages.get(right ? "coach.right" : "coach.shown");
            String reason = texts.reason(Judge.reason(texts.duty()));
            add(right ? "fth-check-circle" : "fth-eye", "right", word);
            add("fth-book-open", "clue", reason);
        } else if (verdict != null) {
            verdict.findings()
                    .forEach(finding -> add("fth-x-circle", "error", text(texts, finding)));
        }
        if (hint != null) {
            add("fth-help-circle", "clue", texts.hint(hint));
        }
    }

    private String text(DecisionTexts texts, Finding finding) {
        String sentence = texts.sentence(finding);
        String because = texts.because(finding);
        return because.isEmpty() ? sentence : messages.get("coach.finding", sentence, because);
    }

    /** How it went. */
    void showSummary() {
        if (model.outcomes().isEmpty()) {
            return;
        }
        add(
                "fth-award",
                "right",
                messages.get(
                        "coach.summary",
                        model.count(Outcome.FIRST_TRY),
                        model.outcomes().size(),
                        model.count(Outcome.WITH_HINT),
                        model.count(Outcome.CORRECTED),
                        model.count(Outcome.SHOWN)));
        if (model.missed().isEmpty()) {
            return;
        }
        var row = new FlowPane();
        row.getStyleClass().add("coach-again");
        row.getChildren().add(new Label(messages.get("coach.again")));
        for (int frame : model.missed()) {
            var link = new Hyperlink(messages.get("coach.again.step", frame));
            link.setOnAction(_ -> model.lookAt(frame));
            row.getChildren().add(link);
        }
        box.getChildren().add(row);
    }

    private void add(String icon, String kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        var label = new Label(text, new FontIcon(icon));
        label.getStyleClass().addAll("practice-message", kind);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        box.getChildren().add(label);
    }
}
