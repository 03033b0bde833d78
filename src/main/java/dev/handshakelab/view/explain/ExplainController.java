package dev.handshakelab.view.explain;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.view.capture.ReplayScenario;
import dev.handshakelab.view.library.ScenarioTexts;
import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the scenario is about, and what happened in the selected step and why. */
public final class ExplainController {
    private final ExplainViewModel model;
    private final Messages messages;
    @FXML private ScrollPane scroll;
    @FXML private Region storyCard;
    @FXML private Label title;
    @FXML private Label goal;
    @FXML private TitledPane whyPane;
    @FXML private Label why;
    @FXML private Label stepTitle;
    @FXML private VBox paragraphs;

    public ExplainController(ExplainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        for (var part : List.of(goal, whyPane)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        goal.visibleProperty().bind(goal.textProperty().isNotEmpty());
        whyPane.visibleProperty().bind(why.textProperty().isNotEmpty());
        storyCard.visibleProperty().bind(model.scenarioShownProperty());
        storyCard.managedProperty().bind(storyCard.visibleProperty());
        model.onScenarioChange(this::showScenario);
        model.onStepChange(this::showStep);
    }

    private void showScenario(Scenario scenario) {
        title.setText(ScenarioTexts.title(scenario, messages));
        goal.setText(ScenarioTexts.text(scenario, Part.GOAL, messages));
        why.setText(ScenarioTexts.text(scenario, Part.WHY, messages));
        whyPane.setText(
                messages.get(
                        ReplayScenario.isReplay(scenario)
                                ? "explain.replayDifferences"
                                : "explain.why"));
    }

    private void showStep() {
        stepTitle.setText(model.stepTitle());
        paragraphs
                .getChildren()
                .setAll(model.explanations().stream().map(this::paragraph).toList());
        scroll.setVvalue(0);
    }

    private Paragraph paragraph(Explanation explanation) {
        return new Paragraph(explanation, messages);
    }
}
