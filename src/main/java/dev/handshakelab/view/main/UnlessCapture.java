package dev.handshakelab.view.main;

import dev.handshakelab.view.capture.CaptureStory;
import dev.handshakelab.view.text.Messages;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A page that makes no sense for a capture: then the reason stands in its place. */
final class UnlessCapture {
    private UnlessCapture() {}

    static StackPane of(
            Node page,
            String reasonKey,
            ObservableValue<@Nullable CaptureStory> capture,
            Messages messages) {
        var reason = new Label();
        reason.setId("notForCaptures");
        reason.setWrapText(true);
        reason.getStyleClass().addAll("hint", "instead");
        messages.bind(reason, reasonKey);
        capture.subscribe(shown -> {
            reason.setVisible(shown != null);
            page.setVisible(shown == null);
        });
        return new StackPane(page, reason);
    }
}
