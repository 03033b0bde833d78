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
    @FXML private ListView<Challenge> all;
    @FXML private Button start;
    @FXML private Button close;

    public ChallengesController(ChallengeViewModel model, Runnable onClose, Messages messages) {
        this.model = model;
        this.onClose = onClose;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        all.setCellFactory(_ -> new ChallengeCell(model, messages));
        all.getItems().setAll(model.challenges());
        all.addEventFilter(KeyEvent.KEY_PRESSED, this::startByKey);
        all.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                start();
            }
        });
        start.disableProperty().bind(all.getSelectionModel().selectedItemProperty().isNull());
        start.setOnAction(_ -> start());
        close.setOnAction(_ -> onClose.run());
        InvalidationListener changed = _ -> refresh();
        model.best().addListener(changed);
        messages.localeProperty().subscribe(_ -> refresh());
        all.sceneProperty()
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
        all.getSelectionModel().select(present == null ? first : present);
        all.scrollTo(Math.max(0, all.getSelectionModel().getSelectedIndex() - 2));
        all.requestFocus();
    }

    private void refresh() {
        long solved =
                model.challenges().stream()
                        .filter(one -> model.best().containsKey(one.id()))
                        .count();
        count.setText(messages.get("challenge.solvedCount", solved, model.challenges().size()));
        all.refresh();
    }

    private void startByKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            start();
            event.consume();
        }
    }

    private void start() {
        Challenge chosen = all.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onClose.run();
            model.start(chosen);
        }
    }
}
