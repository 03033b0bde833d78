package dev.handshakelab.view.touch;

import dev.handshakelab.view.fxml.Rows;
import dev.handshakelab.view.fxml.WrappedLabel;
import dev.handshakelab.view.touch.NextViewModel.Row;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
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

    private final Consumer<? super Row> choose;
    private final FontIcon sign = new FontIcon();
    private final Label title = label("next-title");
    private final Label outcome = label("next-outcome");
    private final Label nextTag = tag("next-tag");
    private final Label when = tag("next-when");
    private @Nullable Row row;

    /** Shows nothing yet. */
    NextRow(Consumer<? super Row> choose) {
        this.choose = choose;
        getStyleClass().add("next-row");
        setAccessibleRole(AccessibleRole.BUTTON);
        var words = new VBox(title, outcome);
        words.setMinWidth(0);
        setHgrow(words, Priority.ALWAYS);
        nextTag.setGraphic(new FontIcon(Feather.ARROW_RIGHT));
        getChildren().addAll(sign, words, nextTag, when);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                choose();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /**
     * Shows something that can happen.
     *
     * @param spoken everything about it as one sentence
     * @param next marks what happens by itself
     */
    void show(Row newRow, String spoken, String next) {
        row = newRow;
        setId("next-" + newRow.key());
        setAccessibleText(spoken);
        setFocusTraversable(newRow.isPossible());
        setDisable(!newRow.isPossible());
        pseudoClassStateChanged(NEXT, newRow.isNext());
        pseudoClassStateChanged(REFUSED, newRow.isRefused());
        sign.setIconCode(newRow.sign());
        title.setText(newRow.title());
        outcome.setText(newRow.outcome());
        Rows.setShown(outcome, !newRow.outcome().isEmpty());
        nextTag.setText(next);
        Rows.setShown(nextTag, newRow.isNext());
        when.setText(newRow.when());
        Rows.setShown(when, !newRow.isNext() && !newRow.when().isEmpty());
    }

    private void choose() {
        if (row != null) {
            choose.accept(row);
        }
    }

    /** Whether it is what happens by itself. */
    boolean isNext() {
        return row != null && row.isNext();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            choose();
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            choose();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private static Label label(String style) {
        var label = new WrappedLabel();
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        return label;
    }

    private static Label tag(String style) {
        var tag = new Label();
        tag.setMinWidth(Region.USE_PREF_SIZE);
        tag.getStyleClass().add(style);
        return tag;
    }
}
