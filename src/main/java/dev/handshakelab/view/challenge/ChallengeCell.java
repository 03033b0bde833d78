package dev.handshakelab.view.challenge;

import dev.handshakelab.scenario.Challenge;
import dev.handshakelab.scenario.Challenge.Part;
import dev.handshakelab.view.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A challenge in the list: its title and goal, how difficult it is, how well it was solved. */
final class ChallengeCell extends ListCell<Challenge> {
    private static final PseudoClass SOLVED = PseudoClass.getPseudoClass("solved");

    private final ChallengeViewModel model;
    private final Messages messages;
    private final FontIcon sign = new FontIcon("fth-circle");
    private final Label title = label("challenge-title");
    private final Label goal = label("challenge-goal");
    private final Label difficulty = label("challenge-difficulty");
    private final Label record = label("challenge-record");
    private final HBox row;

    ChallengeCell(ChallengeViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        goal.setWrapText(true);
        var texts = new VBox(title, goal);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var right = new VBox(difficulty, record);
        right.getStyleClass().add("challenge-right");
        row = new HBox(sign, texts, right);
        row.getStyleClass().add("challenge-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // The list shall not scroll sideways: the goal wraps.
        setPrefWidth(0);
        row.prefWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        Math.max(
                                                0,
                                                getWidth()
                                                        - getInsets().getLeft()
                                                        - getInsets().getRight()),
                                widthProperty(),
                                insetsProperty()));
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    @Override
    protected void updateItem(@Nullable Challenge challenge, boolean empty) {
        super.updateItem(challenge, empty);
        if (empty || challenge == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Integer best = model.best().get(challenge.id());
        boolean solved = best != null;
        sign.setIconLiteral(solved ? "fth-check-circle" : "fth-circle");
        row.pseudoClassStateChanged(SOLVED, solved);
        title.setText(ChallengeTexts.text(challenge, Part.TITLE, messages));
        goal.setText(ChallengeTexts.text(challenge, Part.GOAL, messages));
        difficulty.setText(ChallengeTexts.difficulty(challenge, messages));
        String state = messages.get(solved ? "challenge.done" : "challenge.notSolved");
        String touches =
                best != null
                        ? messages.get("challenge.best", best)
                        : messages.get("challenge.fewest", challenge.fewest());
        record.setText(String.join(" · ", state, touches));
        setGraphic(row);
        setAccessibleText(
                String.join(
                        " · ",
                        title.getText(),
                        difficulty.getText(),
                        record.getText(),
                        goal.getText()));
    }
}
