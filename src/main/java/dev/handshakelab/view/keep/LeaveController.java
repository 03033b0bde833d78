package dev.handshakelab.view.keep;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The card that asks what to do with unsaved work before the window closes. */
public final class LeaveController {
    private final Answers answers;
    @FXML private VBox leaveCard;
    @FXML private Button save;
    @FXML private Button discard;
    @FXML private Button stay;

    /** What the user may answer. */
    public interface Answers {
        /** Save it, then close. */
        void save();

        /** Close without it. */
        void discard();

        /** Do not close. */
        void stay();
    }

    public LeaveController(Answers answers) {
        this.answers = answers;
    }

    @FXML
    void initialize() {
        save.setOnAction(_ -> answers.save());
        discard.setOnAction(_ -> answers.discard());
        stay.setOnAction(_ -> answers.stay());
        leaveCard.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        key.consume();
                        answers.stay();
                    }
                });
        // Not before it lies in the window: who presses Esc or Enter means this card.
        leaveCard
                .sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        Platform.runLater(save::requestFocus);
                    }
                });
    }
}
