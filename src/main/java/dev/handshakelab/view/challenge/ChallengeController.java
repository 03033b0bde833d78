package dev.handshakelab.view.challenge;

import dev.handshakelab.playback.Branches;
import dev.handshakelab.scenario.Challenge;
import dev.handshakelab.scenario.Challenge.Part;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The card of the challenge that is on: the goal, the touches made and allowed, hints, and in the
 * end what happened. Without a challenge it takes no room.
 */
public final class ChallengeController {
    private static final List<Part> HINTS = List.of(Part.HINT_1, Part.HINT_2);

    private final ChallengeViewModel model;
    private final Branches branches;
    private final Runnable onList;
    private final Runnable onWatch;
    private final Messages messages;

    @FXML private Region root;
    @FXML private Label challengeTitle;
    @FXML private Label challengeGoal;
    @FXML private Label touches;
    @FXML private Label allowed;
    @FXML private Pane said;
    @FXML private Button watch;
    @FXML private Button challengeNext;
    @FXML private Button challengeHint;
    @FXML private Button challengeShow;
    @FXML private Button challengeUndo;
    @FXML private Button challengeReset;
    @FXML private Button list;
    @FXML private Button challengeLeave;

    /**
     * @param onList opens the card of all challenges
     * @param onWatch plays the story on
     */
    public ChallengeController(
            ChallengeViewModel model,
            Branches branches,
            Runnable onList,
            Runnable onWatch,
            Messages messages) {
        this.model = model;
        this.branches = branches;
        this.onList = onList;
        this.onWatch = onWatch;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        showWhen(root, model.presentProperty().isNotNull());
        var solved = model.solvedAtProperty().isNotEqualTo(ChallengeViewModel.NOT_SOLVED);
        var moreHints = model.hintsProperty().lessThan(HINTS.size());
        showWhen(watch, solved);
        showWhen(challengeNext, solved);
        showWhen(challengeHint, solved.not().and(moreHints));
        showWhen(challengeShow, solved.not().and(moreHints.not()));
        challengeUndo.disableProperty().bind(branches.canUndoProperty().not());
        challengeReset.disableProperty().bind(model.touchesProperty().isEqualTo(0));
        watch.setOnAction(_ -> onWatch.run());
        challengeNext.setOnAction(_ -> model.next().ifPresentOrElse(model::start, onList));
        challengeHint.setOnAction(_ -> model.hint());
        challengeShow.setOnAction(_ -> model.showSolution());
        challengeUndo.setOnAction(_ -> model.undo());
        challengeReset.setOnAction(_ -> model.reset());
        list.setOnAction(_ -> onList.run());
        challengeLeave.setOnAction(_ -> model.leave());
        model.presentProperty().subscribe(_ -> translate());
        model.touchesProperty().subscribe(_ -> translate());
        model.solvedAtProperty().subscribe(_ -> translate());
        model.hintsProperty().subscribe(_ -> translate());
        messages.localeProperty().subscribe(_ -> translate());
    }

    private static void showWhen(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void translate() {
        Challenge challenge = model.presentProperty().get();
        if (challenge == null) {
            return;
        }
        challengeTitle.setText(ChallengeTexts.text(challenge, Part.TITLE, messages));
        challengeGoal.setText(ChallengeTexts.text(challenge, Part.GOAL, messages));
        touches.setText(
                messages.get(
                        "challenge.touches",
                        model.touchesProperty().get(),
                        challenge.allowed().most()));
        allowed.setText(ChallengeTexts.allowed(challenge.allowed(), messages));
        said.getChildren().clear();
        if (model.isSolved()) {
            showSolved(challenge);
        } else {
            HINTS.stream()
                    .limit(model.hintsProperty().get())
                    .forEach(part -> add("fth-help-circle", "clue", challenge, part));
        }
        said.setVisible(!said.getChildren().isEmpty());
        said.setManaged(said.isVisible());
    }

    private void showSolved(Challenge challenge) {
        String how =
                model.isShowing()
                        ? messages.get("challenge.shown")
                        : ChallengeTexts.solved(challenge, model.touchesProperty().get(), messages);
        add(model.isShowing() ? "fth-eye" : "fth-award", "right", how);
        add("fth-book-open", "clue", challenge, Part.SOLVED);
    }

    private void add(String icon, String kind, Challenge challenge, Part part) {
        add(icon, kind, ChallengeTexts.text(challenge, part, messages));
    }

    private void add(String icon, String kind, @Nullable String text) {
        var label = new Label(text, new FontIcon(icon));
        label.getStyleClass().addAll("practice-message", kind);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        said.getChildren().add(label);
    }
}
