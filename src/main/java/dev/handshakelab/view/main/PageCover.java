package dev.handshakelab.view.main;

import dev.handshakelab.view.capture.CaptureStory;
import dev.handshakelab.view.text.Messages;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Pages that are not for every moment: then the reason stands in their place. */
final class PageCover {
    private PageCover() {}

    /** A page that would give away what somebody is asked to say: then that stands in its place. */
    static StackPane unlessAsked(Node page, ObservableBooleanValue asked, Messages messages) {
        var reason = reason("details.asked", messages);
        reason.visibleProperty().bind(asked);
        page.visibleProperty().bind(reason.visibleProperty().not());
        return new StackPane(page, reason);
    }

    private static Label reason(String key, Messages messages) {
        var reason = new Label();
        reason.setWrapText(true);
        reason.getStyleClass().addAll("hint", "instead");
        messages.bind(reason, key);
        return reason;
    }

    static StackPane of(
            Node page,
            String reasonKey,
            ObservableValue<@Nullable CaptureStory> capture,
            Messages messages) {
        var reason = reason(reasonKey, messages);
        reason.setId("notForCaptures");
        capture.subscribe(shown -> {
            reason.setVisible(shown != null);
            page.setVisible(shown == null);
        });
        return new StackPane(page, reason);
    }
}
