package dev.handshakelab.view.compare;

import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.transport.TransportController;
import java.net.URL;
import java.util.Objects;
import javafx.scene.Parent;

/** Loads the comparison, with a transport bar of its own. */
public final class CompareView {
    private CompareView() {}

    /** A new view of a comparison, which it opens. */
    public static Parent load(CompareViewModel model, Messages messages) {
        Parent root = loadFor(model, messages);
        model.open();
        return root;
    }

    /** A new view for two courses of one plan, which the model is yet to be given. */
    public static Parent loadFor(CompareViewModel model, Messages messages) {
        var views = new Views(messages);
        views.register(CompareController.class, () -> new CompareController(model, messages));
        views.register(TwinController.class, () -> new TwinController(model, messages));
        views.register(
                TransportController.class, () -> new TransportController(model.player(), messages));
        URL fxml = CompareView.class.getResource("Compare.fxml");
        return views.load(Objects.requireNonNull(fxml, "Compare.fxml"));
    }
}
