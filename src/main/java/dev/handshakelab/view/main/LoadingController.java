package dev.handshakelab.view.main;

import dev.handshakelab.view.capture.CaptureText;
import dev.handshakelab.view.text.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;

/** How far the opening of a story has come; takes no room when none is being opened. */
public final class LoadingController {
    private final Session session;
    private final Messages messages;

    @FXML private Region loading;
    @FXML private Label loadingText;
    @FXML private ProgressBar loadingBar;
    @FXML private Button cancel;

    LoadingController(Session session, Messages messages) {
        this.session = session;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        loading.visibleProperty().bind(session.loadingProperty());
        loading.managedProperty().bind(loading.visibleProperty());
        cancel.setOnAction(_ -> session.cancel());
        session.progressProperty().subscribe(this::show);
        messages.localeProperty().subscribe(_ -> show(session.progressProperty().get()));
    }

    private void show(Background.Progress progress) {
        loadingBar.setProgress(progress.fraction());
        loadingText.setText(
                progress.packets() == 0
                        ? messages.get("main.loading")
                        : messages.get(
                                "capture.loading",
                                new CaptureText(messages).grouped(progress.packets())));
    }
}
