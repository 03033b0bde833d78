package dev.handshakelab.view.branches;

import dev.handshakelab.playback.Branch;
import dev.handshakelab.playback.BranchTree;
import dev.handshakelab.playback.Branches;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The branches as a row of chips: shows, names, deletes and compares them. */
public final class BranchStripController {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final int NAME_COLUMNS = 18;

    private final Branches branches;
    private final ObservableBooleanValue hidden;
    private final BiConsumer<Branch, Branch> onCompare;
    private final Messages messages;

    @FXML private Region strip;
    @FXML private ScrollPane scroll;
    @FXML private HBox chips;
    @FXML private Button rename;
    @FXML private Button delete;
    @FXML private MenuButton compare;

    /**
     * @param hidden whether there is no room for it, however many branches there are
     * @param onCompare shows two branches side by side
     */
    public BranchStripController(
            Branches branches,
            ObservableBooleanValue hidden,
            BiConsumer<Branch, Branch> onCompare,
            Messages messages) {
        this.branches = branches;
        this.hidden = hidden;
        this.onCompare = onCompare;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        strip.managedProperty().bind(strip.visibleProperty());
        rename.setOnAction(_ -> edit(present().shown()));
        delete.setOnAction(_ -> branches.delete(present().shown()));
        branches.treeProperty().subscribe(_ -> show());
        hidden.subscribe(_ -> show());
        messages.localeProperty().subscribe(_ -> show());
    }

    private BranchTree present() {
        return branches.present();
    }

    private void show() {
        BranchTree tree = branches.treeProperty().get();
        boolean wanted = tree != null && tree.branches().size() > 1;
        strip.setVisible(wanted && !hidden.get());
        boolean focused = chips.getChildren().stream().anyMatch(Node::isFocused);
        chips.getChildren().clear();
        if (tree == null || !wanted) {
            return;
        }
        var text = new BranchText(messages);
        tree.branches().forEach(branch -> chips.getChildren().add(chip(tree, branch, text)));
        compare.getItems().setAll(others(tree, tree.shown(), text));
        Node active = chips.getChildren().get(indexOfShown(tree));
        if (focused) {
            active.requestFocus();
        }
        chips.layout();
        scrollTo(active);
    }

    private static int indexOfShown(BranchTree tree) {
        return Math.max(0, tree.branches().indexOf(tree.shown()));
    }

    private void scrollTo(Node active) {
        chips.applyCss();
        chips.layout();
        double room = chips.getWidth() - scroll.getViewportBounds().getWidth();
        if (room > 0) {
            double middle = active.getBoundsInParent().getCenterX();
            double half = scroll.getViewportBounds().getWidth() / 2;
            scroll.setHvalue(Math.clamp((middle - half) / room, 0, 1));
        }
    }

    private Button chip(BranchTree tree, Branch branch, BranchText text) {
        var chip = new Button(text.title(branch));
        boolean active = branch.number() == tree.shown().number();
        chip.setId("branch" + branch.number());
        chip.getStyleClass().addAll("small", "branch-chip");
        chip.pseudoClassStateChanged(ACTIVE, active);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setAccessibleText(
                messages.get(active ? "branches.shown" : "branches.toShow", chip.getText()));
        chip.setAccessibleHelp(text.tip(branch));
        chip.setTooltip(new Tooltip(text.tip(branch)));
        chip.setOnAction(_ -> branches.show(branch));
        chip.addEventFilter(
                MouseEvent.MOUSE_CLICKED,
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                        edit(branch);
                        click.consume();
                    }
                });
        chip.addEventFilter(KeyEvent.KEY_PRESSED, key -> keyed(key, branch));
        chip.setContextMenu(menu(tree, branch, text));
        return chip;
    }

    private void keyed(KeyEvent key, Branch branch) {
        if (key.getCode() == KeyCode.F2) {
            edit(branch);
            key.consume();
        } else if (key.getCode() == KeyCode.DELETE) {
            branches.delete(branch);
            key.consume();
        }
    }

    private ContextMenu menu(BranchTree tree, Branch branch, BranchText text) {
        var menu = new ContextMenu();
        menu.getItems().add(item(messages.get("branches.rename"), () -> edit(branch)));
        menu.getItems().add(item(messages.get("branches.delete"), () -> branches.delete(branch)));
        others(tree, branch, text)
                .forEach(other -> {
                    other.setText(messages.get("branches.compareWith", other.getText()));
                    menu.getItems().add(other);
                });
        return menu;
    }

    private List<MenuItem> others(BranchTree tree, Branch branch, BranchText text) {
        List<MenuItem> items = new ArrayList<>();
        for (Branch other : tree.branches()) {
            if (other.number() != branch.number()) {
                var item = item(text.title(other), () -> compare(branch, other));
                item.setId("compareWith" + other.number());
                items.add(item);
            }
        }
        return items;
    }

    /** The older one stands on the left. */
    private void compare(Branch one, Branch other) {
        boolean inOrder = one.number() < other.number();
        onCompare.accept(inOrder ? one : other, inOrder ? other : one);
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Puts a field in the place of a chip. */
    private void edit(Branch branch) {
        int place = present().branches().indexOf(branch);
        if (place < 0 || place >= chips.getChildren().size()) {
            return;
        }
        var field = new TextField(branch.name());
        field.setId("branchName");
        field.setPrefColumnCount(NAME_COLUMNS);
        field.setPromptText(messages.get("branches.namePrompt"));
        field.setAccessibleText(messages.get("branches.rename"));
        field.getStyleClass().add("small");
        field.setOnAction(_ -> finish(branch, field, true));
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        key.consume();
                        finish(branch, field, false);
                    }
                });
        chips.getChildren().set(place, field);
        field.requestFocus();
        field.selectAll();
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused && chips.getChildren().contains(field)) {
                        finish(branch, field, true);
                    }
                });
    }

    private void finish(Branch branch, TextField field, boolean keep) {
        boolean focused = field.isFocused();
        int place = chips.getChildren().indexOf(field);
        // The field goes first: losing the focus would finish it a second time.
        show();
        if (keep) {
            branches.rename(branch, field.getText());
        }
        if (focused && place >= 0 && place < chips.getChildren().size()) {
            chips.getChildren().get(place).requestFocus();
        }
    }
}
