package dev.handshakelab.view.fxml;

import atlantafx.base.controls.CustomTextField;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/**
 * Binds the marked keys in a tree of nodes to their texts. It must run before the nodes have skins,
 * which is when they have just been loaded, and so asks containers for what they hold.
 */
final class LiveTexts {
    /** Stands before a key. */
    static final String MARK = "\u0000";

    private final Messages messages;
    private final Consumer<Late> late;

    private LiveTexts(Messages messages, Consumer<Late> late) {
        this.messages = messages;
        this.late = late;
    }

    /**
     * @param late takes the parts that are not there yet
     */
    static void bind(Node root, Messages messages, Consumer<Late> late) {
        new LiveTexts(messages, late).node(root);
    }

    private void node(@Nullable Node node) {
        if (node == null) {
            return;
        }
        text(node.accessibleTextProperty());
        text(node.accessibleHelpProperty());
        if (node instanceof Control control) {
            tooltip(control.getTooltip());
        }
        switch (node) {
            case Late part -> late.accept(part);
            case Labeled labeled -> labeled(labeled);
            case CustomTextField field -> {
                text(field.promptTextProperty());
                node(field.getLeft());
                node(field.getRight());
            }
            case TextInputControl input -> text(input.promptTextProperty());
            case Text shown -> text(shown.textProperty());
            case MenuBar bar -> bar.getMenus().forEach(this::item);
            case TabPane tabs -> tabs.getTabs().forEach(this::tab);
            case SplitPane split -> split.getItems().forEach(this::node);
            case ScrollPane scroll -> node(scroll.getContent());
            case TableView<?> table -> node(table.getPlaceholder());
            case ListView<?> list -> node(list.getPlaceholder());
            case ToolBar bar -> bar.getItems().forEach(this::node);
            case SegmentedButton group -> group.getButtons().forEach(this::node);
            case Parent parent -> List.copyOf(parent.getChildrenUnmodifiable()).forEach(this::node);
            default -> {
                // shapes and pictures have no text
            }
        }
    }

    private void labeled(Labeled labeled) {
        text(labeled.textProperty());
        if (labeled instanceof TitledPane pane) {
            node(pane.getContent());
        }
        if (labeled instanceof MenuButton button) {
            button.getItems().forEach(this::item);
        }
    }

    private void tab(Tab tab) {
        text(tab.textProperty());
        tooltip(tab.getTooltip());
        node(tab.getContent());
    }

    private void item(MenuItem item) {
        text(item.textProperty());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(this::item);
        }
    }

    private void tooltip(@Nullable Tooltip tooltip) {
        if (tooltip != null) {
            text(tooltip.textProperty());
        }
    }

    private void text(Property<String> property) {
        String marked = property.getValue();
        if (marked != null && marked.startsWith(MARK)) {
            property.bind(messages.binding(marked.substring(MARK.length())));
        }
    }
}
