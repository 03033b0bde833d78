package dev.handshakelab.view.touch;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.timeline.Side;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** What lies over the diagram of an empty sandbox: suggestions. */
public final class InviteController {
    private final TouchDesk desk;
    private final ObservableBooleanValue sandbox;
    private final ObservableBooleanValue hidden;
    private final Runnable showAll;

    @FXML private Node invite;
    @FXML private Button listenB;
    @FXML private Button connectA;
    @FXML private Button both;
    @FXML private Button more;

    /**
     * @param sandbox whether the sandbox is open
     * @param hidden whether nothing may lie over the diagram
     * @param showAll shows all that can happen next
     */
    public InviteController(
            TouchDesk desk,
            ObservableBooleanValue sandbox,
            ObservableBooleanValue hidden,
            Runnable showAll) {
        this.desk = desk;
        this.sandbox = sandbox;
        this.hidden = hidden;
        this.showAll = showAll;
    }

    @FXML
    void initialize() {
        listenB.setOnAction(_ -> listen());
        connectA.setOnAction(_ -> connect());
        both.setOnAction(_ -> {
            listen();
            connect();
        });
        more.setOnAction(_ -> showAll.run());
        invite.managedProperty().bind(invite.visibleProperty());
        desk.present().onChange(this::plan);
        sandbox.subscribe(_ -> plan());
        hidden.subscribe(_ -> plan());
    }

    private void listen() {
        desk.act(new Action.Call(Side.B, new UserAction.Listen(true)));
    }

    private void connect() {
        desk.act(new Action.Call(Side.A, new UserAction.Connect(Octets.EMPTY, true)));
    }

    private void plan() {
        Platform.runLater(this::show);
    }

    private void show() {
        invite.setVisible(sandbox.get() && !hidden.get() && desk.present().isWholeStoryEmpty());
    }
}
