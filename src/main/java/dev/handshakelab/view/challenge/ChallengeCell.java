package dev.handshakelab.view.challenge;

import dev.handshakelab.scenario.Challenge;
import dev.handshakelab.scenario.Challenge.Part;
import dev.handshakelab.view.text.Messages;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A challenge in the list: its title and goal, how difficult it is, how well it was solved. */
final class ChallengeCell extends ListCell<Challenge> {
    private final ChallengeViewModel model;
    private final Messages messages;
    private final FontIcon sign = new FontIcon("fth-circle");

    ChallengeCell(ChallengeViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setWrapText(true);
        // The list shall not scroll sideways: the goal wraps.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Challenge challenge, boolean empty) {
        super.updateItem(challenge, empty);
        if (empty || challenge == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        Integer best = model.best().get(challenge.id());
        boolean solved = best != null;
        sign.setIconLiteral(solved ? "fth-check-circle" : "fth-circle");
        String record =
                best != null
                        ? messages.get("challenge.best", best)
                        : messages.get("challenge.fewest", challenge.fewest());
        String head =
                String.join(
                        " · ",
                        ChallengeTexts.text(challenge, Part.TITLE, messages),
                        ChallengeTexts.difficulty(challenge, messages),
                        messages.get(solved ? "challenge.done" : "challenge.notSolved"),
                        record);
        setGraphic(sign);
        setText(head + "\n" + ChallengeTexts.text(challenge, Part.GOAL, messages));
    }
}
