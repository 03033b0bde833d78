package dev.handshakelab.view.host;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.terms.Terms;
import dev.handshakelab.view.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A host's header: who it is, its state, and its control block, which folds away. */
public final class HostController {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Preferences preferences;
    private final Messages messages;
    @FXML private Region root;
    @FXML private Label role;
    @FXML private Label address;
    @FXML private StateBadge badge;
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
    }

    /** Shows a host from now on; to be called once. */
    public void show(HostViewModel host) {
        host.onChange(() -> fill(host));
    }

    private void fill(HostViewModel host) {
        role.setText(host.role());
        address.setText(host.address());
        state.set(host.state());
        badge.show(host.view(), host.stateText());
        badge.pseudoClassStateChanged(CHANGED, host.stateChanged());
        root.setAccessibleText(host.accessibleText());
        badge.setAccessibleText(host.accessibleText());
        variables.show(host.rows(), messages);
    }
}
