package dev.handshakelab.view.main;

import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.Settings.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/** Folds the panes beside the diagram away and remembers where their dividers were. */
final class Panes {
    private final SplitPane split;
    private final Node left;
    private final Node middle;
    private final Node right;
    private final Preferences preferences;
    private final WindowState state;

    /** The split pane holds the three panes in this order. */
    Panes(SplitPane split, Preferences preferences, WindowState state) {
        this.split = split;
        this.left = split.getItems().get(0);
        this.middle = split.getItems().get(1);
        this.right = split.getItems().get(2);
        this.preferences = preferences;
        this.state = state;
        preferences.showLibraryProperty().subscribe(this::arrange);
        preferences.showExplanationProperty().subscribe(this::arrange);
        state.classModeProperty().subscribe(this::arrange);
        // The panes keep their share of the window; only the user moves a divider.
        split.widthProperty().subscribe(() -> Platform.runLater(this::place));
        // Large text makes the diagram push them; smaller text gives the room back.
        preferences.textPercentProperty().subscribe(() -> Platform.runLater(this::place));
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, this::keepMoved);
        arrange();
    }

    private boolean showsLeft() {
        return preferences.showLibraryProperty().get() && !state.isClassMode();
    }

    private boolean showsRight() {
        return preferences.showExplanationProperty().get() && !state.isClassMode();
    }

    private void arrange() {
        List<Node> shown = new ArrayList<>();
        if (showsLeft()) {
            shown.add(left);
        }
        shown.add(middle);
        if (showsRight()) {
            shown.add(right);
        }
        split.getItems().setAll(shown);
        place();
    }

    /** Moves the dividers to where they were. */
    void place() {
        Window window = preferences.windowProperty().get();
        // All at once: one after the other, each would push its neighbour.
        if (showsLeft() && showsRight()) {
            split.setDividerPositions(window.leftDivider(), window.rightDivider());
        } else if (showsLeft()) {
            split.setDividerPositions(window.leftDivider());
        } else if (showsRight()) {
            split.setDividerPositions(window.rightDivider());
        }
    }

    /** A click in a pane is no wish for a divider, which may just be pushed away. */
    private void keepMoved(MouseEvent released) {
        boolean moved =
                Stream.iterate((Node) released.getTarget(), Objects::nonNull, Node::getParent)
                        .anyMatch(node -> node.getStyleClass().contains("split-pane-divider"));
        if (moved) {
            keep();
        }
    }

    private void keep() {
        if (split.getDividers().isEmpty()) {
            return;
        }
        double[] positions = split.getDividerPositions();
        Window old = preferences.windowProperty().get();
        preferences
                .windowProperty()
                .set(
                        new Window(
                                old.width(),
                                old.height(),
                                old.maximized(),
                                showsLeft() ? positions[0] : old.leftDivider(),
                                showsRight()
                                        ? positions[positions.length - 1]
                                        : old.rightDivider()));
    }
}
