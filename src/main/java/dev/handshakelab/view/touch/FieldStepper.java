package dev.handshakelab.view.touch;

import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.touch.InjectDraft.Field;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The two buttons beside a field by which a mouse makes it less or more; held down they go on. In
 * the field the arrow keys up and down do the same, so Tab passes the buttons by.
 */
public final class FieldStepper extends HBox {
    private static final Duration PATIENCE = Duration.millis(400);
    private static final Duration PACE = Duration.millis(60);

    public FieldStepper() {
        getStyleClass().add("field-stepper");
    }

    /** Gets its field; to be called once. */
    void serve(Field field, TextField input, Messages messages) {
        getChildren()
                .addAll(
                        button(field, input, messages, -1, Feather.MINUS),
                        button(field, input, messages, 1, Feather.PLUS));
        disableProperty().bind(input.disabledProperty());
        input.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                        step(field, input, event.getCode() == KeyCode.UP ? 1 : -1);
                        event.consume();
                    }
                });
    }

    private static Button button(
            Field field, TextField input, Messages messages, int by, Feather sign) {
        var button = new Button();
        button.setId(input.getId() + (by < 0 ? "Less" : "More"));
        button.setGraphic(new FontIcon(sign));
        button.setFocusTraversable(false);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        String key = by < 0 ? "inject.less" : "inject.more";
        button.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> messages.get(key, input.getAccessibleText()),
                                input.accessibleTextProperty(),
                                messages.localeProperty()));
        repeat(button, () -> step(field, input, by));
        return button;
    }

    /** Does something at a click, and again and again as long as the button is held down. */
    private static void repeat(Button button, Runnable action) {
        var going = new Timeline(new KeyFrame(PACE, _ -> action.run()));
        going.setCycleCount(Animation.INDEFINITE);
        var patience = new Timeline(new KeyFrame(PATIENCE, _ -> going.play()));
        button.armedProperty()
                .subscribe(armed -> {
                    if (armed) {
                        patience.playFromStart();
                    } else {
                        patience.stop();
                        going.stop();
                    }
                });
        button.setOnAction(_ -> {
            // What has gone on for a while needs no last step.
            if (going.getStatus() != Animation.Status.RUNNING) {
                action.run();
            }
        });
    }

    private static void step(Field field, TextField input, int by) {
        input.setText(FieldSteps.step(field, input.getText(), by));
        input.end();
    }
}
