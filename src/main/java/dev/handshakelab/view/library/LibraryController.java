package dev.handshakelab.view.library;

import atlantafx.base.controls.CustomTextField;
import dev.handshakelab.scenario.Chapter;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.view.text.Messages;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/** The list of scenarios by chapter, with its search field. Selecting one opens it. */
public final class LibraryController {
    private final LibraryViewModel library;
    private final ObservableValue<@Nullable Scenario> current;
    private final Consumer<Scenario> open;
    private final Messages messages;

    private Runnable picked = () -> {};

    /** True while the tree is changed by this class, not by the user. */
    private boolean filling;

    @FXML private CustomTextField search;
    @FXML private Button clear;
    @FXML private TreeView<Entry> tree;
    @FXML private Label nothing;

    /** A line of the tree. */
    sealed interface Entry {
        /** A chapter. */
        record OfChapter(Chapter chapter) implements Entry {}

        /** A scenario. */
        record OfScenario(Scenario scenario) implements Entry {}
    }

    /**
     * @param current the scenario that is open; null: something else is
     * @param open opens one
     */
    public LibraryController(
            LibraryViewModel library,
            ObservableValue<@Nullable Scenario> current,
            Consumer<Scenario> open,
            Messages messages) {
        this.library = library;
        this.current = current;
        this.open = open;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(library.searchProperty());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.setOnAction(_ -> search.clear());
        search.setOnAction(_ -> openFirst());
        tree.setCellFactory(_ -> new EntryCell());
        tree.setRoot(new TreeItem<>());
        library.groups().addListener((ListChangeListener<LibraryViewModel.Group>) _ -> fill());
        messages.localeProperty().subscribe(_ -> tree.refresh());
        current.subscribe(_ -> selectCurrent());
        tree.getSelectionModel().selectedItemProperty().subscribe(this::openSelected);
        nothing.managedProperty().bind(nothing.visibleProperty());
        fill();
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /**
     * What to do when a scenario was chosen for good, by a click or by Enter, and not only passed
     * with the arrow keys.
     */
    public void setOnPicked(Runnable action) {
        picked = action;
    }

    /** Enter in the search field opens the first scenario that fits. */
    private void openFirst() {
        library.groups().stream()
                .flatMap(group -> group.scenarios().stream())
                .findFirst()
                .ifPresent(scenario -> {
                    open.accept(scenario);
                    picked.run();
                });
    }

    private void fill() {
        filling = true;
        tree.getRoot()
                .getChildren()
                .setAll(library.groups().stream().map(LibraryController::branch).toList());
        nothing.setVisible(library.groups().isEmpty());
        filling = false;
        selectCurrent();
    }

    private static TreeItem<Entry> branch(LibraryViewModel.Group group) {
        var branch = new TreeItem<Entry>(new Entry.OfChapter(group.chapter()));
        group.scenarios()
                .forEach(scenario ->
                        branch.getChildren().add(new TreeItem<>(new Entry.OfScenario(scenario))));
        branch.setExpanded(true);
        return branch;
    }

    private void selectCurrent() {
        filling = true;
        tree.getSelectionModel().clearSelection();
        for (TreeItem<Entry> branch : tree.getRoot().getChildren()) {
            for (TreeItem<Entry> item : branch.getChildren()) {
                if (item.getValue() instanceof Entry.OfScenario(Scenario scenario)
                        && scenario.equals(current.getValue())) {
                    branch.setExpanded(true);
                    tree.getSelectionModel().select(item);
                }
            }
        }
        filling = false;
    }

    private void openSelected(@Nullable TreeItem<Entry> item) {
        if (!filling
                && item != null
                && item.getValue() instanceof Entry.OfScenario(Scenario scenario)) {
            open.accept(scenario);
        }
    }

    /** Shows a chapter or a scenario. */
    private final class EntryCell extends TreeCell<Entry> {
        private @Nullable Tooltip tip;

        EntryCell() {
            // As wide as the tree and no wider: a long title is cut, and its tooltip has all of it.
            setPrefWidth(0);
            setOnMouseEntered(_ -> showTip());
            setOnMouseClicked(_ -> {
                if (getItem() instanceof Entry.OfScenario) {
                    picked.run();
                }
            });
        }

        /** Made when it is needed: most cells are never pointed at. */
        private void showTip() {
            if (getItem() instanceof Entry.OfScenario(Scenario scenario)) {
                if (tip == null) {
                    tip = new Tooltip();
                    tip.setWrapText(true);
                    tip.getStyleClass().add("wide-tip");
                }
                tip.setText(library.tip(scenario));
                setTooltip(tip);
            }
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            getStyleClass().removeAll("chapter", "scenario");
            setTooltip(null);
            switch (entry) {
                case Entry.OfChapter(Chapter chapter) when !empty -> {
                    setText(library.title(chapter));
                    getStyleClass().add("chapter");
                }
                case Entry.OfScenario(Scenario scenario) when !empty -> {
                    setText(library.title(scenario));
                    getStyleClass().add("scenario");
                }
                case null, default -> setText(null);
            }
        }
    }
}
