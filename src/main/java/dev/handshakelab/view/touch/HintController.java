package dev.handshakelab.view.touch;

import dev.handshakelab.view.fxml.WhenSeen;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** Says that everything can be touched, until the user has touched something or has understood. */
public final class HintController {
    private final TouchDesk desk;
    private final BooleanProperty wanted;
    private final ObservableBooleanValue hidden;

    @FXML private Node hint;
    @FXML private Button understood;

    /**
     * @param wanted whether the user has not yet understood
     * @param hidden whether there is no room for it
     */
    public HintController(TouchDesk desk, BooleanProperty wanted, ObservableBooleanValue hidden) {
        this.desk = desk;
        this.wanted = wanted;
        this.hidden = hidden;
    }

    @FXML
    void initialize() {
        understood.setOnAction(_ -> wanted.set(false));
        hint.managedProperty().bind(hint.visibleProperty());
        var seen = new WhenSeen(hint, this::plan);
        desk.present().onChange(seen::changed);
        wanted.subscribe(_ -> seen.changed());
        hidden.subscribe(_ -> seen.changed());
    }

    private void plan() {
        Platform.runLater(this::show);
    }

    private void show() {
        hint.setVisible(wanted.get() && !hidden.get() && desk.present().isTouchable());
    }
}
