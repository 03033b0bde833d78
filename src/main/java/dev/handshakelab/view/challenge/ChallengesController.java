package dev.handshakelab.view.challenge;

import dev.handshakelab.scenario.Challenge;
import dev.handshakelab.view.text.Messages;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** The card of all challenges. */
public final class ChallengesController {
    private final ChallengeViewModel model;
    private final Runnable onClose;
    private final Messages messages;

    @FXML private Label count;
    @FXML private ListView<Challenge> challengeList;
    @FXML private Button challengeStart;
    @FXML private Button close;

    public ChallengesController(ChallengeViewModel model, Runnable onClose, Messages messages) {
        this.model = model;
        this.onClose = onClose;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        challengeList.setCellFactory(_ -> new ChallengeCell(model, messages));
        challengeList.getItems().setAll(model.challenges());
        challengeList.addEventFilter(KeyEvent.KEY_PRESSED, this::startByKey);
        challengeList.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                start();
            }
        });
        challengeStart
                .disableProperty()
                .bind(challengeList.getSelectionModel().selectedItemProperty().isNull());
        challengeStart.setOnAction(_ -> start());
        close.setOnAction(_ -> onClose.run());
        InvalidationListener changed = _ -> refresh();
        model.best().addListener(changed);
        messages.localeProperty().subscribe(_ -> refresh());
        challengeList
                .sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        // Once the card is shown.
                        Platform.runLater(this::open);
                    }
                });
    }

    /** Selects the first one that is not solved, and gives the list the keys. */
    private void open() {
        Challenge first =
                model.challenges().stream()
                        .filter(one -> !model.best().containsKey(one.id()))
                        .findFirst()
                        .orElse(model.challenges().getFirst());
        Challenge present = model.presentProperty().get();
        challengeList.getSelectionModel().select(present == null ? first : present);
        challengeList.scrollTo(
                Math.max(0, challengeList.getSelectionModel().getSelectedIndex() - 2));
        challengeList.requestFocus();
    }

    private void refresh() {
        long solved =
                model.challenges().stream()
                        .filter(one -> model.best().containsKey(one.id()))
                        .count();
        count.setText(messages.get("challenge.solvedCount", solved, model.challenges().size()));
        challengeList.refresh();
    }

    private void startByKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            start();
            event.consume();
        }
    }

    private void start() {
        Challenge chosen = challengeList.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onClose.run();
            model.start(chosen);
        }
    }
}
