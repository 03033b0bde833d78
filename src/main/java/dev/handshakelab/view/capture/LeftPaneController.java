package dev.handshakelab.view.capture;

import dev.handshakelab.view.library.LibraryController;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** The scenarios, or the connections of the capture that is open; a switch tells which. */
public final class LeftPaneController {
    /** The connections need more room than the scenarios. */
    private static final PseudoClass CONNECTIONS = PseudoClass.getPseudoClass("connections");

    private final ObservableValue<@Nullable OpenCapture> open;
    private final ObservableValue<@Nullable CaptureStory> current;

    @FXML private Node root;
    @FXML private Node switchBar;
    @FXML private SegmentedButton choice;
    @FXML private ToggleButton scenarios;
    @FXML private ToggleButton connectionsButton;
    @FXML private Node library;
    @FXML private Node connections;
    @FXML private LibraryController libraryController;
    @FXML private ConnectionsController connectionsController;

    /**
     * @param open the capture that was opened last; null: none
     * @param current the connection that is shown; null: a scenario is
     */
    public LeftPaneController(
            ObservableValue<@Nullable OpenCapture> open,
            ObservableValue<@Nullable CaptureStory> current) {
        this.open = open;
        this.current = current;
    }

    @FXML
    void initialize() {
        switchBar.managedProperty().bind(switchBar.visibleProperty());
        // At once, not when the row of buttons is drawn first: one of the two is shown from now on.
        var group = choice.getToggleGroup();
        scenarios.setToggleGroup(group);
        connectionsButton.setToggleGroup(group);
        scenarios.setSelected(true);
        group.selectedToggleProperty()
                .subscribe((before, now) -> {
                    // A second click would put the button out, but one of the two is shown.
                    if (now == null && before != null) {
                        before.setSelected(true);
                    }
                });
        connections.visibleProperty().bind(connectionsButton.selectedProperty());
        connections
                .visibleProperty()
                .subscribe(shown -> root.pseudoClassStateChanged(CONNECTIONS, shown));
        library.visibleProperty().bind(connections.visibleProperty().not());
        open.subscribe(capture -> switchBar.setVisible(capture != null));
        current.subscribe(
                story -> (story == null ? scenarios : connectionsButton).setSelected(true));
    }

    /** What to do when a scenario or a connection was opened. */
    public void setOnPicked(Runnable action) {
        libraryController.setOnPicked(action);
        connectionsController.setOnPicked(action);
    }

    /** Puts the cursor into the search field of what is shown. */
    public void focusSearch() {
        if (connectionsButton.isSelected()) {
            connectionsController.focusSearch();
        } else {
            libraryController.focusSearch();
        }
    }
}
