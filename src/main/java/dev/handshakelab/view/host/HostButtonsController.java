package dev.handshakelab.view.host;

import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.tip.Tips;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableStringValue;
import javafx.fxml.FXML;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;

/** What can be done with a host, at the right end of its header. */
public final class HostButtonsController {
    private static final double NARROW_EM = 21;

    private final Preferences preferences;
    private final Messages messages;
    @FXML private Label captureNote;
    @FXML private MenuButton calls;
    @FXML private ToggleButton fold;

    public HostButtonsController(Preferences preferences, Messages messages) {
        this.preferences = preferences;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        fold.selectedProperty().bindBidirectional(preferences.showVariablesProperty());
        Tips.onDemand(fold, messages.binding("host.fold"));
    }

    /** Beside a long address in a narrow header there is room for a sign only. */
    void fit(Number width) {
        boolean narrow = width.doubleValue() < NARROW_EM * calls.getFont().getSize();
        calls.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
    }

    void offer(Side side, Supplier<List<MenuItem>> items) {
        calls.setId("calls" + side);
        // An empty menu would not open.
        calls.getItems().add(new MenuItem());
        calls.setOnShowing(_ -> calls.getItems().setAll(items.get()));
        calls.accessibleTextProperty().bind(messages.binding("touch.calls.tip", side.name()));
        Tips.onDemand(calls, messages.binding("touch.calls.tip", side.name()));
    }

    void follow(ObservableStringValue text) {
        captureNote.textProperty().bind(text);
        captureNote.visibleProperty().bind(captureNote.textProperty().isNotEmpty());
        captureNote.managedProperty().bind(captureNote.visibleProperty());
        calls.visibleProperty().bind(captureNote.visibleProperty().not());
        calls.managedProperty().bind(calls.visibleProperty());
    }

    boolean isOpen() {
        return calls.isShowing();
    }
}
