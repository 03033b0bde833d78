package dev.handshakelab.view.help;

import dev.handshakelab.view.text.Messages;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A card as large as the window allows, with a title and a button that takes it away. */
public final class FrameCard {
    private FrameCard() {}

    /**
     * Puts a frame around some content.
     *
     * @param titleKey the key of the title
     * @param close takes the card away
     */
    public static Node around(Parent content, String titleKey, Messages messages, Runnable close) {
        var title = new Label();
        title.getStyleClass().add("title-3");
        messages.bind(title, titleKey);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var button = new Button();
        button.setCancelButton(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        messages.bind(button, "help.close");
        button.setOnAction(_ -> close.run());
        var head = new HBox(title, space, button);
        head.getStyleClass().add("frame-head");
        var card = new BorderPane(content);
        card.setTop(head);
        card.getStyleClass().addAll("card-over", "frame-card");
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> leave(event, close));
        return card;
    }

    /**
     * Esc takes the card away whatever it holds; a list that has dropped down needs the key itself.
     */
    private static void leave(KeyEvent event, Runnable close) {
        boolean list = event.getTarget() instanceof ComboBoxBase<?> box && box.isShowing();
        if (event.getCode() == KeyCode.ESCAPE && !list) {
            close.run();
            event.consume();
        }
    }
}
