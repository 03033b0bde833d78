package dev.handshakelab.view.challenge;

import dev.handshakelab.scenario.Challenge;
import dev.handshakelab.scenario.Challenge.Part;
import dev.handshakelab.view.text.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A challenge in the list: its title and goal, how difficult it is, how well it was solved. */
final class ChallengeCell extends ListCell<Challenge> {
    private static final PseudoClass SOLVED = PseudoClass.getPseudoClass("solved");

    private final ChallengeViewModel model;
    private final Messages messages;
    private final FontIcon sign = new FontIcon("fth-circle");
    private final Label title = new Label();
    private final Label goal = new Label();
    private final Label difficulty = new Label();
    private final Label record = new Label();
    private final HBox row;

    ChallengeCell(ChallengeViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        title.getStyleClass().add("challenge-title");
        goal.getStyleClass().add("hint");
        goal.setWrapText(true);
        difficulty.getStyleClass().add("challenge-difficulty");
        record.getStyleClass().add("challenge-record");
        var texts = new VBox(title, goal);
        texts.getStyleClass().add("challenge-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var right = new VBox(difficulty, record);
        right.getStyleClass().add("challenge-right");
        right.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(sign, texts, right);
        row.getStyleClass().add("challenge-row");
        // The list shall not scroll sideways: the goal wraps.
        setPrefWidth(0);
    }

    /** A cell gives its graphic the width that this prefers. */
    @Override
    protected void layoutChildren() {
        row.setPrefWidth(getWidth() - snappedLeftInset() - snappedRightInset());
        super.layoutChildren();
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
        record.setText(
                best != null
                        ? messages.get("challenge.best", best)
                        : messages.get("challenge.fewest", challenge.fewest()));
        setGraphic(row);
        setAccessibleText(
                String.join(
                        " ",
                        title.getText(),
                        goal.getText(),
                        difficulty.getText(),
                        messages.get(solved ? "challenge.done" : "challenge.notSolved"),
                        record.getText()));
    }
}
