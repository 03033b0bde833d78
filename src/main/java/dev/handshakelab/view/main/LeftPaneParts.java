package dev.handshakelab.view.main;

import dev.handshakelab.playback.Player;
import dev.handshakelab.view.capture.CaptureCardController;
import dev.handshakelab.view.capture.ConnectionsController;
import dev.handshakelab.view.capture.ConnectionsViewModel;
import dev.handshakelab.view.capture.LeftPaneController;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.text.Messages;

/** Puts together the left pane and what is shown of a capture. */
record LeftPaneParts(
        Session session, Opener opener, ConnectionsViewModel connections, Messages messages) {
    void register(Views views) {
        Player player = session.player();
        views.register(
                LeftPaneController.class,
                () ->
                        new LeftPaneController(
                                connections.openProperty(), session.captureProperty()));
        views.register(
                ConnectionsController.class,
                () ->
                        new ConnectionsController(
                                connections, session.captureProperty(), opener::open, messages));
        views.register(
                CaptureCardController.class,
                () ->
                        new CaptureCardController(
                                session.captureProperty(),
                                opener::choosePlace,
                                opener::replay,
                                mark -> player.step(mark.frameIndex() - player.getFrameIndex()),
                                messages));
    }
}
