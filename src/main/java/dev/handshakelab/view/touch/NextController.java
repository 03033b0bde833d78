package dev.handshakelab.view.touch;

import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.touch.NextViewModel.Row;
import dev.handshakelab.view.touch.NextViewModel.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of all that can happen next; choosing something makes it happen. */
public final class NextController {
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

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
        // A hidden list costs nothing.
        root.sceneProperty().subscribe(_ -> plan());
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
            section.rows().forEach(row -> nodes.add(button(row)));
        }
        sections.getChildren().setAll(nodes);
        nothing.setVisible(nodes.isEmpty());
        if (!focused.isEmpty()) {
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

    private List<Button> rows() {
        return sections.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private Button button(Row row) {
        var words = new VBox(label(row.title(), "next-title"));
        if (!row.outcome().isEmpty()) {
            words.getChildren().add(label(row.outcome(), "next-outcome"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(new FontIcon(row.sign()), words);
        line.getStyleClass().add("next-line");
        if (row.isNext()) {
            line.getChildren().add(tag(messages.get("touch.tag.next"), "next-tag"));
        } else if (!row.when().isEmpty()) {
            line.getChildren().add(tag(row.when(), "next-when"));
        }
        var button = new Button();
        button.setId("next-" + row.key());
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().setAll("button", "flat", "next-row");
        button.pseudoClassStateChanged(NEXT, row.isNext());
        button.pseudoClassStateChanged(REFUSED, row.isRefused());
        button.setDisable(!row.isPossible());
        button.setAccessibleText(spoken(row));
        button.setOnAction(_ -> model.choose(row));
        return button;
    }

    private String spoken(Row row) {
        String when = row.isNext() ? messages.get("touch.tag.next") : row.when();
        return messages.get("touch.spoken", row.title(), when, row.outcome());
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Label tag(String text, String style) {
        var tag = new Label(text);
        tag.setMinWidth(Region.USE_PREF_SIZE);
        tag.getStyleClass().add(style);
        if (style.equals("next-tag")) {
            tag.setGraphic(new FontIcon(Feather.ARROW_RIGHT));
        }
        return tag;
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
            button.fire();
            event.consume();
        } else if (step != 0) {
            walk(step);
            event.consume();
        }
    }

    private void walk(int step) {
        List<Button> usable = rows().stream().filter(button -> !button.isDisabled()).toList();
        int place =
                usable.indexOf(usable.stream().filter(Node::isFocused).findFirst().orElse(null));
        int next = Math.clamp(place + step, 0, usable.size() - 1);
        Button button = usable.get(next);
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
        if (stale) {
            showIfSeen();
        }
        Optional<Button> next =
                rows().stream()
                        .filter(button -> button.getPseudoClassStates().contains(NEXT))
                        .findFirst();
        next.or(() -> rows().stream().filter(button -> !button.isDisabled()).findFirst())
                .ifPresent(button -> {
                    button.requestFocus();
                    reveal(button);
                });
    }
}
