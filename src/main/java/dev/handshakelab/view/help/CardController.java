package dev.handshakelab.view.help;

import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** A card over the window with a button that takes it away. */
public final class CardController {
    private final Runnable onClose;
    @FXML private Button close;

    public CardController(Runnable onClose) {
        this.onClose = onClose;
    }

    @FXML
    void initialize() {
        close.setOnAction(_ -> onClose.run());
    }
}
