package dev.handshakelab.view.keep;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** The card that asks what to do with unsaved work before the window closes. */
public final class LeaveController {
    private final Answers answers;
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
        Platform.runLater(save::requestFocus);
    }
}
