package dev.handshakelab.view.touch;

import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.OptionsOverlay.Base;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;

/** What a sandbox has besides the story: who moves the network, and by which rules both play. */
public final class SandboxBarController {
    private final ObservableValue<Boolean> shown;
    private final ObservableValue<OptionsOverlay> overlay;
    private final Consumer<OptionsOverlay> rerun;
    private final NetworkSwitch network;

    @FXML private Node root;
    @FXML private HBox networkPlace;
    @FXML private SegmentedButton rules;
    @FXML private ToggleButton rfc;
    @FXML private ToggleButton linux;

    /**
     * @param shown whether the sandbox is open
     * @param overlay by which rules its hosts play
     * @param rerun begins it anew by other rules
     */
    public SandboxBarController(
            ObservableValue<Boolean> shown,
            ObservableValue<OptionsOverlay> overlay,
            Consumer<OptionsOverlay> rerun,
            NetworkSwitch network) {
        this.shown = shown;
        this.overlay = overlay;
        this.rerun = rerun;
        this.network = network;
    }

    @FXML
    void initialize() {
        root.visibleProperty().bind(shown);
        root.managedProperty().bind(root.visibleProperty());
        networkPlace.getChildren().add(network.button());
        // In a group Tab would reach only one, and arrow keys would mark the other without a deed.
        rules.setToggleGroup(null);
        rfc.setOnAction(_ -> choose(Base.RFC));
        linux.setOnAction(_ -> choose(Base.LINUX_LIKE));
        overlay.subscribe(this::show);
    }

    private void choose(Base base) {
        rerun.accept(OptionsOverlay.preset(base));
        show(overlay.getValue());
    }

    private void show(OptionsOverlay present) {
        boolean isLinux = present.base() == Base.LINUX_LIKE;
        linux.setSelected(isLinux);
        rfc.setSelected(!isLinux);
    }
}
