package dev.handshakelab.view.touch;

import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.touch.NextViewModel.Row;
import dev.handshakelab.view.touch.NextViewModel.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of all that can happen next; choosing something makes it happen. */
public final class NextController {
    private final NextViewModel model;
    private final NetworkSwitch network;
    private final InjectViewModel inject;
    private final Messages messages;

    @FXML private Region root;
    @FXML private VBox list;
    @FXML private HBox networkLine;
    @FXML private ScrollPane scroll;
    @FXML private VBox sections;
    @FXML private Label nothing;
    @FXML private Button injectButton;
    @FXML private Node injectForm;

    private boolean planned;
    private boolean stale = true;
    private boolean focusWanted;

    public NextController(
            NextViewModel model, NetworkSwitch network, InjectViewModel inject, Messages messages) {
        this.model = model;
        this.network = network;
        this.inject = inject;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        networkLine.getChildren().add(network.button());
        nothing.managedProperty().bind(nothing.visibleProperty());
        injectButton.setOnAction(_ -> model.inject());
        injectForm.visibleProperty().bind(inject.openProperty());
        list.visibleProperty().bind(inject.openProperty().not());
        sections.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.onChange(this::plan);
        // A hidden list costs nothing. What a scroll pane holds comes into the scene later than the
        // pane itself.
        root.sceneProperty().subscribe(this::planIfSeen);
        sections.sceneProperty().subscribe(this::planIfSeen);
    }

    private void planIfSeen(@Nullable Scene scene) {
        if (scene != null) {
            plan();
        }
    }

    /** Once all that changes with a step has changed. */
    private void plan() {
        stale = true;
        if (!planned) {
            planned = true;
            Platform.runLater(this::showIfSeen);
        }
    }

    private void showIfSeen() {
        planned = false;
        if (stale && root.getScene() != null) {
            stale = false;
            show();
        }
    }

    private void show() {
        String focused = focusedKey();
        List<Node> nodes = new ArrayList<>();
        for (Section section : model.sections()) {
            var title = new Label(section.title());
            title.getStyleClass().add("next-heading");
            nodes.add(title);
            section.rows().forEach(row -> nodes.add(row(row)));
        }
        sections.getChildren().setAll(nodes);
        nothing.setVisible(nodes.isEmpty());
        if (focusWanted) {
            focusFirst();
        } else if (!focused.isEmpty()) {
            rows().stream()
                    .filter(button -> button.getId().equals(focused))
                    .findFirst()
                    .or(() -> rows().stream().filter(button -> !button.isDisabled()).findFirst())
                    .ifPresent(Node::requestFocus);
        }
    }

    private String focusedKey() {
        return rows().stream().filter(Node::isFocused).findFirst().map(Node::getId).orElse("");
    }

    private List<NextRow> rows() {
        return sections.getChildren().stream()
                .filter(NextRow.class::isInstance)
                .map(NextRow.class::cast)
                .toList();
    }

    private NextRow row(Row row) {
        return new NextRow(
                row, spoken(row), messages.get("touch.tag.next"), () -> model.choose(row));
    }

    private String spoken(Row row) {
        String when = row.isNext() ? messages.get("touch.tag.next") : row.when();
        return messages.get("touch.spoken", row.title(), when, row.outcome());
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            walk(step);
            event.consume();
        }
    }

    private void walk(int step) {
        List<NextRow> usable = rows().stream().filter(button -> !button.isDisabled()).toList();
        int place =
                usable.indexOf(usable.stream().filter(Node::isFocused).findFirst().orElse(null));
        int next = Math.clamp(place + step, 0, usable.size() - 1);
        NextRow button = usable.get(next);
        button.requestFocus();
        reveal(button);
    }

    private void reveal(Node node) {
        double height = sections.getHeight() - scroll.getViewportBounds().getHeight();
        if (height > 0) {
            double middle =
                    node.getBoundsInParent().getCenterY()
                            - scroll.getViewportBounds().getHeight() / 2;
            scroll.setVvalue(Math.clamp(middle / height, 0, 1));
        }
    }

    /** Gives the focus to what happens next, or to the first thing that can happen. */
    public void focusList() {
        focusWanted = true;
        plan();
    }

    private void focusFirst() {
        Optional<NextRow> first =
                rows().stream()
                        .filter(NextRow::isNext)
                        .findFirst()
                        .or(() -> rows().stream().filter(row -> !row.isDisabled()).findFirst());
        // Before the page's first layout the rows are in no scene, and nothing there takes the
        // focus.
        first.filter(row -> row.getScene() != null)
                .ifPresent(row -> {
                    focusWanted = false;
                    row.requestFocus();
                    reveal(row);
                });
    }
}
