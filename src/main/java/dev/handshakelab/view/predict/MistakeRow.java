package dev.handshakelab.view.predict;

import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import dev.handshakelab.view.text.QuestionTexts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A mistake in the review: what was asked and answered, and what was right. */
final class MistakeRow extends HBox {
    MistakeRow(
            Missed missed,
            Numbers numbers,
            Messages messages,
            Consumer<Missed> goTo,
            Consumer<Misconception> openMyth) {
        var texts = new QuestionTexts(messages);
        var question = missed.question();
        getStyleClass().add("predict-mistake");
        var lead = wrapped(texts.lead(question, missed.timeline(), numbers));
        var prompt = wrapped(texts.prompt(question));
        prompt.getStyleClass().add("predict-asked");
        String yours = texts.answer(question, missed.chosen().answer(), numbers);
        String right = texts.answer(question, question.right(), numbers);
        var answers =
                new HBox(
                        answer(messages.get("predict.review.yours", yours), "wrong", "fth-x"),
                        answer(messages.get("predict.review.right", right), "right", "fth-check"));
        answers.getStyleClass().add("predict-answers");
        var column = new VBox(lead, prompt, answers);
        column.getStyleClass().add("predict-mistake-texts");
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        var go = new Button(messages.get("predict.review.go"), new FontIcon("fth-corner-up-left"));
        go.getStyleClass().addAll("small", "predict-go");
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(_ -> goTo.accept(missed));
        getChildren().add(column);
        QuestionTexts.misconception(missed.chosen())
                .ifPresent(myth -> getChildren().add(mythButton(myth, texts, messages, openMyth)));
        getChildren().add(go);
    }

    private static Button mythButton(
            Misconception myth,
            QuestionTexts texts,
            Messages messages,
            Consumer<Misconception> openMyth) {
        var button = new Button(messages.get("predict.review.myth", myth.id()));
        button.getStyleClass().addAll("small", "flat", "predict-myth-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(texts.claim(myth)));
        button.setOnAction(_ -> openMyth.accept(myth));
        return button;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label answer(String text, String look, String sign) {
        Label label = wrapped(text);
        label.getStyleClass().add(look);
        label.setGraphic(new FontIcon(sign));
        return label;
    }
}
