package dev.handshakelab.view.touch;

import dev.handshakelab.view.touch.NextViewModel.Row;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One thing that can happen, as a button whose words wrap: a real button would not know its height.
 */
public final class NextRow extends HBox {
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Runnable choose;
    private final boolean isNext;

    /**
     * @param spoken everything about it as one sentence
     * @param nextTag marks what happens by itself
     */
    NextRow(Row row, String spoken, String nextTag, Runnable choose) {
        this.choose = choose;
        this.isNext = row.isNext();
        setId("next-" + row.key());
        getStyleClass().add("next-row");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spoken);
        setFocusTraversable(row.isPossible());
        setDisable(!row.isPossible());
        pseudoClassStateChanged(NEXT, row.isNext());
        pseudoClassStateChanged(REFUSED, row.isRefused());
        var words = new VBox(label(row.title(), "next-title"));
        words.setMinWidth(0);
        if (!row.outcome().isEmpty()) {
            words.getChildren().add(label(row.outcome(), "next-outcome"));
        }
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(row.sign()), words);
        if (row.isNext()) {
            getChildren().add(tag(nextTag, "next-tag", new FontIcon(Feather.ARROW_RIGHT)));
        } else if (!row.when().isEmpty()) {
            getChildren().add(tag(row.when(), "next-when", null));
        }
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                choose.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Whether it is what happens by itself. */
    boolean isNext() {
        return isNext;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            choose.run();
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            choose.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        return label;
    }

    private static Label tag(String text, String style, @Nullable Node graphic) {
        var tag = new Label(text);
        tag.setMinWidth(Region.USE_PREF_SIZE);
        tag.setGraphic(graphic);
        tag.getStyleClass().add(style);
        return tag;
    }
}
