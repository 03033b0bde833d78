package dev.handshakelab.view.predict;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A large button with the number of its key. */
final class ChoiceButton extends Button {
    private static final double WHOLE_ROW = 10_000;

    /**
     * @param index its place, from 0
     */
    ChoiceButton(int index, Runnable take) {
        getStyleClass().setAll("button", "predict-choice");
        setId("choice" + (index + 1));
        setMaxWidth(Double.MAX_VALUE);
        setWrapText(true);
        setMaxHeight(Double.MAX_VALUE);
        // All as wide as each other, whatever they say.
        setPrefWidth(WHOLE_ROW);
        GridPane.setHgrow(this, Priority.ALWAYS);
        var badge = new Label(Integer.toString(index + 1));
        badge.getStyleClass().add("predict-badge");
        setGraphic(badge);
        setOnAction(_ -> take.run());
    }

    /** Marks it by colour and sign. */
    void mark(boolean right, boolean chosen) {
        getStyleClass().add(right ? "right" : chosen ? "wrong" : "other");
        if (right || chosen) {
            var badge = new Label("", new FontIcon(right ? "fth-check" : "fth-x"));
            badge.getStyleClass().add("predict-badge");
            setGraphic(badge);
        }
        // Stays readable, but means nothing any more.
        setMouseTransparent(true);
        setFocusTraversable(false);
    }
}
