package dev.handshakelab.view.host;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.fxml.Late;
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
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A host's header: who it is, its state, and its control block, which folds away. */
public final class HostController {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Preferences preferences;
    private final Messages messages;
    private final ObjectProperty<@Nullable TcpState> state = new SimpleObjectProperty<>();
    private @Nullable HostButtonsController made;
    @FXML private Region root;
    @FXML private Label role;
    @FXML private Label address;
    @FXML private StateBadge badge;
    @FXML private Late buttons;
    @FXML private VariableGrid variables;

    public HostController(Preferences preferences, Messages messages) {
        this.preferences = preferences;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        variables.visibleProperty().bind(preferences.showVariablesProperty());
        buttons.whenLoaded(
                HostButtonsController.class,
                loaded -> {
                    made = loaded;
                    root.widthProperty().subscribe(loaded::fit);
                    // In all languages, whose texts the first picture need not wait for.
                    new Terms(messages).explain(badge, state);
                });
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
        buttons.whenLoaded(HostButtonsController.class, loaded -> loaded.offer(side, items));
    }

    /**
     * Lets a note stand where the calls are: what has happened already takes no calls.
     *
     * @param text the note; empty: there is none, and the calls are there
     */
    public void follow(ObservableStringValue text) {
        buttons.whenLoaded(HostButtonsController.class, loaded -> loaded.follow(text));
    }

    /** Whether the menu of calls is open, so that keys belong to it. */
    public boolean isOpen() {
        return made != null && made.isOpen();
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
