package dev.handshakelab.view.predict;

import dev.handshakelab.quiz.Choice;
import dev.handshakelab.quiz.Question;
import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.predict.PredictViewModel.Phase;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import dev.handshakelab.view.text.QuestionTexts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card of questions between the diagram and the caption; without a round it takes no room. */
public final class PredictController {
    private static final String RIGHT = "right";
    private static final String WRONG = "wrong";

    /** An answer of more columns does not fit a quarter of a small window. */
    private static final int LONG_ANSWER = 22;

    private final PredictViewModel model;
    private final Outside outside;
    private final Messages messages;
    private final QuestionTexts texts;

    @FXML private Region root;
    @FXML private Label lead;
    @FXML private Label score;
    @FXML private Button skip;
    @FXML private Button leave;
    @FXML private Label prompt;
    @FXML private GridPane choices;
    @FXML private HBox result;
    @FXML private Label verdict;
    @FXML private FontIcon verdictSign;
    @FXML private Label reason;
    @FXML private Label formula;
    @FXML private Label whyNot;
    @FXML private Hyperlink myth;
    @FXML private Button show;
    @FXML private VBox review;
    @FXML private Label summary;
    @FXML private ScrollPane scroll;
    @FXML private VBox mistakes;
    @FXML private Button again;
    @FXML private Button close;

    /**
     * What the card needs from the window.
     *
     * @param numbers how the sequence numbers of a story are written
     * @param relativeNumbers changes when they are written otherwise
     * @param openMyth opens the page of misconceptions at one of them
     */
    public record Outside(
            Function<Timeline, Numbers> numbers,
            ObservableValue<?> relativeNumbers,
            Consumer<Misconception> openMyth) {}

    public PredictController(PredictViewModel model, Outside outside, Messages messages) {
        this.model = model;
        this.outside = outside;
        this.messages = messages;
        this.texts = new QuestionTexts(messages);
    }

    @FXML
    void initialize() {
        root.managedProperty().bind(root.visibleProperty());
        List.of(prompt, choices, result, review, skip, formula, whyNot, myth, scroll)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        skip.setOnAction(_ -> model.skip());
        leave.setOnAction(_ -> leave());
        show.setOnAction(_ -> model.proceed());
        again.setOnAction(_ -> again());
        close.setOnAction(_ -> model.close());
        List.of(
                        model.phaseProperty(),
                        model.questionProperty(),
                        model.chosenProperty(),
                        model.scoreProperty(),
                        model.frameIndexProperty(),
                        messages.localeProperty(),
                        outside.relativeNumbers())
                .forEach(observed -> observed.subscribe(this::render));
    }

    private void leave() {
        if (model.phaseProperty().get() == Phase.REVIEW) {
            model.close();
        } else {
            model.end();
        }
    }

    private void again() {
        model.begin();
    }

    private void render() {
        Phase phase = model.phaseProperty().get();
        Question question = model.questionProperty().get();
        boolean asks = phase == Phase.ASKING || phase == Phase.ANSWERED;
        if (asks && question == null) {
            // Between two changes that belong together.
            return;
        }
        root.setVisible(phase != Phase.OFF);
        prompt.setVisible(asks);
        choices.setVisible(asks);
        skip.setVisible(phase == Phase.ASKING);
        result.setVisible(phase == Phase.ANSWERED);
        review.setVisible(phase == Phase.REVIEW);
        renderScore();
        switch (phase) {
            case OFF -> choices.getChildren().clear();
            case WATCHING ->
                    lead.setText(messages.get(model.hasNext() ? "predict.watch" : "predict.none"));
            case ASKING, ANSWERED -> renderQuestion(Objects.requireNonNull(question));
            case REVIEW -> renderReview();
        }
    }

    private void renderScore() {
        Score now = model.scoreProperty().get();
        String text = messages.get("predict.score", now.right(), now.asked());
        if (now.streak() > 1) {
            text = messages.get("words.list", text, messages.get("predict.streak", now.streak()));
        }
        score.setText(text);
        score.setVisible(now.asked() > 0 && model.phaseProperty().get() != Phase.REVIEW);
    }

    private Timeline timeline() {
        return Objects.requireNonNull(model.timelineProperty().get());
    }

    private void renderQuestion(Question question) {
        Timeline timeline = timeline();
        Numbers numbers = outside.numbers().apply(timeline);
        lead.setText(texts.lead(question, timeline, numbers));
        prompt.setText(texts.prompt(question));
        int chosen = model.chosenProperty().get();
        boolean answered = model.phaseProperty().get() == Phase.ANSWERED;
        choices.getChildren().clear();
        int columns = columns(question, numbers);
        for (int i = 0; i < question.choices().size(); i++) {
            int index = i;
            Choice choice = question.choices().get(i);
            var button = new ChoiceButton(i, () -> model.answer(index));
            String text = texts.answer(question, choice.answer(), numbers);
            button.setText(text);
            button.setAccessibleText(messages.get("predict.choice.say", index + 1, text));
            if (answered) {
                button.mark(choice.isRight(), index == chosen);
            }
            choices.add(button, i % columns, i / columns);
        }
        if (answered && chosen >= 0) {
            renderAnswer(question, question.choices().get(chosen), timeline, numbers);
        }
    }

    /** Long answers need two rows. */
    private int columns(Question question, Numbers numbers) {
        int longest =
                question.choices().stream()
                        .mapToInt(choice -> width(texts.answer(question, choice.answer(), numbers)))
                        .max()
                        .orElse(0);
        return longest > LONG_ANSWER ? 2 : question.choices().size();
    }

    /** A Chinese character is as wide as two letters. */
    private static int width(String text) {
        return text.codePoints().map(character -> character < 0x2E80 ? 1 : 2).sum();
    }

    private void renderAnswer(
            Question question, Choice choice, Timeline timeline, Numbers numbers) {
        boolean right = choice.isRight();
        String answer = texts.answer(question, question.right(), numbers);
        verdict.setText(
                messages.get(right ? "predict.verdict.right" : "predict.verdict.wrong", answer));
        verdict.getStyleClass().removeAll(RIGHT, WRONG);
        verdict.getStyleClass().add(right ? RIGHT : WRONG);
        verdictSign.setIconLiteral(right ? "fth-check-circle" : "fth-x-circle");
        QuestionTexts.Reason because = texts.reason(question, timeline, numbers);
        reason.setText(because.text());
        showText(formula, because.formula());
        showText(whyNot, right ? "" : texts.whyNot(question, choice, numbers));
        Optional<Misconception> said = QuestionTexts.misconception(choice);
        myth.setVisible(said.isPresent());
        said.ifPresent(one -> {
            myth.setText(texts.claim(one));
            myth.setOnAction(_ -> outside.openMyth().accept(one));
        });
        show.setText(messages.get(model.isShown() ? "predict.goOn" : "predict.show"));
        show.requestFocus();
    }

    private static void showText(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }

    private void renderReview() {
        Score now = model.scoreProperty().get();
        lead.setText("");
        summary.setText(
                messages.get("predict.review.title", now.right(), now.asked(), now.bestStreak()));
        List<Node> rows =
                model.missed().stream()
                        .<Node>map(missed ->
                                new MistakeRow(
                                        missed,
                                        outside.numbers().apply(missed.timeline()),
                                        messages,
                                        model::goTo,
                                        outside.openMyth()))
                        .toList();
        mistakes.getChildren().setAll(rows);
        lead.setText(
                messages.get(
                        rows.isEmpty() ? "predict.review.perfect" : "predict.review.mistakes"));
        scroll.setVisible(!rows.isEmpty());
    }
}
