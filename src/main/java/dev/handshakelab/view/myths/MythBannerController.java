package dev.handshakelab.view.myths;

import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Misconception.Part;
import dev.handshakelab.view.text.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The banner that goes with the moment that refutes a misconception: what is said, what is true,
 * what to look at. Without a misconception it takes no room.
 */
public final class MythBannerController {
    private final ShownMyth model;
    private final Runnable onList;
    private final Messages messages;

    @FXML private Region root;
    @FXML private Label title;
    @FXML private Label claim;
    @FXML private Label truth;
    @FXML private Label look;
    @FXML private Button list;
    @FXML private Button close;

    /**
     * @param onList opens the page of all misconceptions
     */
    public MythBannerController(ShownMyth model, Runnable onList, Messages messages) {
        this.model = model;
        this.onList = onList;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        root.managedProperty().bind(root.visibleProperty());
        list.setOnAction(_ -> onList.run());
        close.setOnAction(_ -> model.close());
        model.misconceptionProperty().subscribe(this::show);
        messages.localeProperty().subscribe(_ -> show(model.misconceptionProperty().get()));
    }

    private void show(@Nullable Misconception myth) {
        root.setVisible(myth != null);
        if (myth == null) {
            return;
        }
        title.setText(messages.get("myths.banner.title", myth.id()));
        claim.setText(messages.get(myth.key(Part.CLAIM)));
        truth.setText(messages.get(myth.key(Part.TRUTH)));
        look.setText(messages.get(myth.key(Part.MOMENT)));
    }
}
