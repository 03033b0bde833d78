package dev.handshakelab.view.touch;

import dev.handshakelab.view.fxml.Rows;
import dev.handshakelab.view.fxml.WhenSeen;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.touch.NextList.Group;
import dev.handshakelab.view.touch.NextViewModel.Row;
import dev.handshakelab.view.touch.NextViewModel.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The list of all that can happen next; choosing something makes it happen. */
public final class NextController {
    private final NextViewModel model;
    private final NetworkSwitch network;
    private final InjectViewModel inject;
    private final Messages messages;

    @FXML private VBox list;
    @FXML private HBox networkLine;
    @FXML private ScrollPane scroll;
    @FXML private VBox sections;
    @FXML private Label nothing;
    @FXML private Button injectButton;
    @FXML private Node injectForm;

    private final Map<Group, NextSection> places = new EnumMap<>(Group.class);
    private boolean planned;
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
        inject.openProperty()
                .subscribe(open -> {
                    // With a form that closes the focus would go anywhere.
                    if (!open && injectForm.isFocusWithin()) {
                        injectButton.requestFocus();
                    }
                });
        sections.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        for (Group group : Group.values()) {
            var place = new NextSection(() -> new NextRow(model::choose), this::write);
            Rows.setShown(place, false);
            places.put(group, place);
            sections.getChildren().add(place);
        }
        // What a scroll pane holds comes into the scene later than the pane itself.
        model.onChange(new WhenSeen(sections, this::plan)::changed);
    }

    /** Once all that changes with a step has changed. */
    private void plan() {
        if (!planned) {
            planned = true;
            Platform.runLater(this::show);
        }
    }

    private void show() {
        planned = false;
        String focused = focusedKey();
        List<Section> shown = model.sections();
        for (Group group : Group.values()) {
            NextSection place = Objects.requireNonNull(places.get(group));
            Optional<Section> section =
                    shown.stream().filter(one -> one.group() == group).findFirst();
            Rows.setShown(place, section.isPresent());
            section.ifPresent(place::show);
        }
        nothing.setVisible(shown.isEmpty());
        if (focusWanted) {
            focusFirst();
        } else if (!focused.isEmpty() && !focusedKey().equals(focused)) {
            rows().stream()
                    .filter(button -> focused.equals(button.getId()))
                    .findFirst()
                    .or(() -> rows().stream().filter(button -> !button.isDisabled()).findFirst())
                    .ifPresent(Node::requestFocus);
        }
    }

    private String focusedKey() {
        return rows().stream().filter(Node::isFocused).findFirst().map(Node::getId).orElse("");
    }

    private List<NextRow> rows() {
        return places.values().stream()
                .filter(Node::isVisible)
                .flatMap(place -> place.rows().stream())
                .toList();
    }

    private void write(NextRow node, Row row) {
        node.show(row, spoken(row), messages.get("touch.tag.next"));
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
