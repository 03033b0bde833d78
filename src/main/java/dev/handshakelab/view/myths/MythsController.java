package dev.handshakelab.view.myths;

import atlantafx.base.controls.CustomTextField;
import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.view.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The page of misconceptions: a search field over a list of cards. Up and Down go from card to
 * card, Enter shows the one that has the focus, Escape takes the page away.
 */
public final class MythsController {
    private final MythsViewModel model;
    private final MythActions actions;
    private final Messages messages;
    private final ObservableList<Misconception> shown;
    private final Map<Misconception, MythCard> made = new LinkedHashMap<>();

    @FXML private VBox root;
    @FXML private CustomTextField search;
    @FXML private Button clear;
    @FXML private Label count;
    @FXML private Label nothing;
    @FXML private ScrollPane scroll;
    @FXML private VBox cards;
    @FXML private Button close;

    public MythsController(MythsViewModel model, MythActions actions, Messages messages) {
        this.model = model;
        this.actions = actions;
        this.messages = messages;
        this.shown = model.shown();
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.setOnAction(_ -> search.clear());
        close.setOnAction(_ -> actions.close());
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> messages.get("myths.count", shown.size(), model.all().size()),
                                shown,
                                messages.localeProperty()));
        nothing.visibleProperty().bind(Bindings.isEmpty(shown));
        nothing.managedProperty().bind(nothing.visibleProperty());
        shown.addListener((ListChangeListener<Misconception>) _ -> fill());
        fill();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        root.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::reveal);
        root.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        Platform.runLater(search::requestFocus);
                    }
                });
    }

    private void fill() {
        List<MythCard> wanted = shown.stream().map(this::card).toList();
        // A change of the language fills the list with what it has; the focus should stay then.
        if (!wanted.equals(cards.getChildren())) {
            cards.getChildren().setAll(wanted);
            scroll.setVvalue(0);
        }
    }

    private MythCard card(Misconception myth) {
        return made.computeIfAbsent(myth, one -> new MythCard(one, model, actions, messages));
    }

    private void walk(KeyEvent key) {
        boolean inSearch = search.isFocused();
        int step =
                switch (key.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    // In the search field it goes on to what was found.
                    case ENTER -> inSearch ? 1 : 0;
                    default -> 0;
                };
        if (step == 0 || key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        key.consume();
        int target = (inSearch ? -1 : focusedCard()) + step;
        if (target < 0) {
            search.requestFocus();
            scroll.setVvalue(0);
        } else if (target < cards.getChildren().size()) {
            card(shown.get(target)).showButton().requestFocus();
        }
    }

    /** The index of the card that has the focus; -1 if none has. */
    private int focusedCard() {
        Node focused = root.getScene().getFocusOwner();
        for (int i = 0; i < shown.size(); i++) {
            if (isIn(focused, card(shown.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isIn(@Nullable Node node, Node ancestor) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (Objects.equals(one, ancestor)) {
                return true;
            }
        }
        return false;
    }

    /** Scrolls to the card that the keyboard has reached. */
    private void reveal(@Nullable Node focused) {
        if (focused == null || !isIn(focused, cards)) {
            return;
        }
        Node card = card(shown.get(focusedCard()));
        Bounds target = card.getBoundsInParent();
        double view = scroll.getViewportBounds().getHeight();
        double hidden = cards.getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        if (target.getMinY() < top) {
            scroll.setVvalue(target.getMinY() / hidden);
        } else if (target.getMaxY() > top + view) {
            scroll.setVvalue(Math.min(1, (target.getMaxY() - view) / hidden));
        }
    }
}
