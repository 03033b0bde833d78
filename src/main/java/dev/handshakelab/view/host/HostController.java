package dev.handshakelab.view.host;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.terms.Terms;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A host's header: who it is, its state, and its control block, which folds away. */
public final class HostController {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private static final double NARROW_EM = 21;

    private final Preferences preferences;
    private final Messages messages;
    @FXML private Region root;
    @FXML private Label role;
    @FXML private Label address;
    @FXML private StateBadge badge;
    @FXML private Label captureNote;
    @FXML private MenuButton calls;
    @FXML private ToggleButton fold;
    @FXML private VariableGrid variables;

    public HostController(Preferences preferences, Messages messages) {
        this.preferences = preferences;
        this.messages = messages;
    }

    private final ObjectProperty<@Nullable TcpState> state = new SimpleObjectProperty<>();

    @FXML
    void initialize() {
        fold.selectedProperty().bindBidirectional(preferences.showVariablesProperty());
        variables.visibleProperty().bind(preferences.showVariablesProperty());
        new Terms(messages).explain(badge, state);
        root.widthProperty().subscribe(this::fitCalls);
    }

    /** Beside a long address in a narrow header there is room for a sign only. */
    private void fitCalls(Number width) {
        boolean narrow = width.doubleValue() < NARROW_EM * calls.getFont().getSize();
        calls.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
    }

    /** Shows a host from now on; to be called once. */
    public void show(HostViewModel host) {
        host.onChange(() -> fill(host));
    }

    /**
     * Says what the menu of calls offers.
     *
     * @param items makes them anew each time it is opened
     */
    public void offerCalls(Side side, Supplier<List<MenuItem>> items) {
        calls.setId("calls" + side);
        // An empty menu would not open.
        calls.getItems().add(new MenuItem());
        calls.setOnShowing(_ -> calls.getItems().setAll(items.get()));
        calls.accessibleTextProperty().bind(messages.binding("touch.calls.tip", side.name()));
        var tip = new Tooltip();
        tip.textProperty().bind(messages.binding("touch.calls.tip", side.name()));
        calls.setTooltip(tip);
    }

    /**
     * Lets a note stand where the calls are: what has happened already takes no calls.
     *
     * @param text the note; empty: there is none, and the calls are there
     */
    public void follow(ObservableStringValue text) {
        captureNote.textProperty().bind(text);
        captureNote.visibleProperty().bind(captureNote.textProperty().isNotEmpty());
        captureNote.managedProperty().bind(captureNote.visibleProperty());
        calls.visibleProperty().bind(captureNote.visibleProperty().not());
        calls.managedProperty().bind(calls.visibleProperty());
    }

    /** Whether the menu of calls is open, so that keys belong to it. */
    public boolean isOpen() {
        return calls.isShowing();
    }

    private void fill(HostViewModel host) {
        role.setText(host.role());
        address.setText(host.address());
        state.set(host.state());
        badge.show(host.view(), host.stateText());
        badge.pseudoClassStateChanged(CHANGED, host.stateChanged());
        root.setAccessibleText(host.accessibleText());
        badge.setAccessibleText(host.accessibleText());
        variables.show(host::rows, messages);
    }
}
