package dev.handshakelab.view.touch;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.timeline.Side;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** What lies over the diagram: suggestions while a sandbox is empty, and the first hint. */
public final class InviteController {
    private final TouchDesk desk;
    private final ObservableBooleanValue sandbox;
    private final BooleanProperty hintWanted;
    private final ObservableBooleanValue hidden;
    private final Runnable showAll;

    @FXML private Node invite;
    @FXML private Node hint;
    @FXML private Button listenB;
    @FXML private Button connectA;
    @FXML private Button both;
    @FXML private Button more;
    @FXML private Button understood;

    /**
     * @param sandbox whether the sandbox is open
     * @param hintWanted whether the user has not yet understood that all can be touched
     * @param hidden whether nothing may lie over the diagram
     * @param showAll shows all that can happen next
     */
    public InviteController(
            TouchDesk desk,
            ObservableBooleanValue sandbox,
            BooleanProperty hintWanted,
            ObservableBooleanValue hidden,
            Runnable showAll) {
        this.desk = desk;
        this.sandbox = sandbox;
        this.hintWanted = hintWanted;
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
        understood.setOnAction(_ -> hintWanted.set(false));
        for (Node part : new Node[] {invite, hint}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        desk.present().onChange(this::plan);
        sandbox.subscribe(_ -> plan());
        hintWanted.subscribe(_ -> plan());
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
        boolean free = !hidden.get();
        boolean inSandbox = sandbox.get();
        invite.setVisible(free && inSandbox && desk.present().isWholeStoryEmpty());
        hint.setVisible(free && !inSandbox && hintWanted.get() && desk.present().isTouchable());
    }
}
