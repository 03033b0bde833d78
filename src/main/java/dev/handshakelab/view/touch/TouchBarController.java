package dev.handshakelab.view.touch;

import dev.handshakelab.view.fxml.WhenSeen;
import dev.handshakelab.view.text.Messages;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done to the segment that is meant, beside the explanation. */
public final class TouchBarController {
    private final TouchDesk desk;
    private final TouchActions actions;
    private final Menus menus;
    private final Messages messages;
    private boolean planned;
    private Optional<Reach> aimed = Optional.empty();

    @FXML private Node root;
    @FXML private Label what;
    @FXML private Label hint;
    @FXML private FlowPane buttons;
    @FXML private Button drop;
    @FXML private Button deliver;
    @FXML private MenuButton delay;
    @FXML private Button duplicate;
    @FXML private Button hold;
    @FXML private FontIcon holdSign;

    public TouchBarController(
            TouchDesk desk, TouchActions actions, Menus menus, Messages messages) {
        this.desk = desk;
        this.actions = actions;
        this.menus = menus;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        for (Node part : new Node[] {root, hint, buttons, what}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        drop.setOnAction(_ -> act(actions::drop));
        deliver.setOnAction(_ -> act(actions::deliver));
        duplicate.setOnAction(_ -> act(actions::duplicate));
        hold.setOnAction(_ -> act(actions::holdOrRelease));
        // An empty menu would not open.
        delay.getItems().add(new MenuItem());
        delay.setOnShowing(
                _ -> aimed.ifPresent(reach -> delay.getItems().setAll(menus.delayItems(reach))));
        var seen = new WhenSeen(root, this::plan);
        desk.present().onChange(seen::changed);
        messages.localeProperty().subscribe(_ -> seen.changed());
    }

    private void act(Consumer<Reach> action) {
        aimed.ifPresent(action);
    }

    private void plan() {
        if (!planned) {
            planned = true;
            Platform.runLater(this::show);
        }
    }

    private void show() {
        planned = false;
        aimed = desk.aimed(null);
        root.setVisible(desk.present().isTouchable());
        what.setVisible(aimed.isPresent());
        buttons.setVisible(aimed.isPresent());
        hint.setVisible(aimed.isEmpty());
        aimed.ifPresent(reach -> {
            what.setText(menus.segmentTitle(reach));
            boolean held = reach.isHeld();
            hold.setText(messages.get(held ? "touch.release" : "touch.hold"));
            holdSign.setIconCode(held ? Feather.PLAY_CIRCLE : Feather.PAUSE_CIRCLE);
        });
    }
}
