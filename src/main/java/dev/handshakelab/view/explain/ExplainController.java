package dev.handshakelab.view.explain;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.Scenario.Part;
import dev.handshakelab.view.capture.ReplayScenario;
import dev.handshakelab.view.fxml.WhenSeen;
import dev.handshakelab.view.library.ScenarioTexts;
import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the scenario is about, and what happened in the selected step and why. */
public final class ExplainController {
    private final ExplainViewModel model;
    private final Messages messages;
    @FXML private Region root;
    @FXML private ScrollPane scroll;
    @FXML private Region storyCard;
    @FXML private Label title;
    @FXML private Label goal;
    @FXML private TitledPane whyPane;
    @FXML private Label why;
    @FXML private Label stepTitle;
    @FXML private VBox paragraphs;

    /** In each place a paragraph may stand open or folded; the nodes stay for other steps. */
    private final List<Place> places = new ArrayList<>();

    private record Place(Paragraph open, Paragraph folded) {
        void show(@Nullable Explanation explanation) {
            boolean opens = explanation != null && explanation.primary();
            show(open, opens ? explanation : null);
            show(folded, opens ? null : explanation);
        }

        private static void show(Paragraph paragraph, @Nullable Explanation explanation) {
            if (explanation == null) {
                paragraph.hide();
            } else {
                paragraph.show(explanation);
            }
        }
    }

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
        var step = new WhenSeen(root, this::showStep);
        model.onStepChange(step::changed);
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
        List<Explanation> told = model.explanations();
        while (places.size() < told.size()) {
            places.add(new Place(new Paragraph(true, messages), new Paragraph(false, messages)));
            Place added = places.getLast();
            paragraphs.getChildren().addAll(added.open(), added.folded());
        }
        for (int i = 0; i < places.size(); i++) {
            places.get(i).show(i < told.size() ? told.get(i) : null);
        }
        scroll.setVvalue(0);
    }
}
