package dev.handshakelab.view.touch;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.diagram.DiagramTouch;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** The diagram's menus and drags. */
public final class DiagramHands implements DiagramTouch {
    private final TouchDesk desk;
    private final TouchActions actions;
    private final Menus menus;
    private final Messages messages;
    private final Node owner;
    private @Nullable ContextMenu menu;

    /**
     * @param owner the node over which menus open
     */
    public DiagramHands(
            TouchDesk desk, TouchActions actions, Menus menus, Messages messages, Node owner) {
        this.desk = desk;
        this.actions = actions;
        this.menus = menus;
        this.messages = messages;
        this.owner = owner;
    }

    @Override
    public boolean isOpen() {
        return menu != null && menu.isShowing();
    }

    @Override
    public boolean isTouchable() {
        return desk.present().isTouchable();
    }

    @Override
    public void openMenu(
            @Nullable Target target, @Nullable Side lane, double screenX, double screenY) {
        if (menu != null) {
            menu.hide();
        }
        // A used one still has the places of its old items.
        var opened = new ContextMenu();
        menu = opened;
        opened.getItems().setAll(items(target, lane));
        opened.show(owner, screenX, screenY);
    }

    private List<MenuItem> items(@Nullable Target target, @Nullable Side lane) {
        if (!desk.present().isTouchable()) {
            return List.of(Menus.title(messages.get("touch.notTouchable")));
        }
        if (target instanceof Target.OfFlight(Flight flight, _)) {
            Optional<Reach> reach = desk.present().reach(flight.id());
            if (reach.isPresent()) {
                return menus.ofSegment(reach.get());
            }
        }
        if (lane != null) {
            return menus.ofHost(lane);
        }
        return menus.all();
    }

    @Override
    public String gripText() {
        return messages.get("touch.drag.grip");
    }

    @Override
    public String moveText(Target.OfFlight target, long arrivesAtNanos) {
        long flight = arrivesAtNanos - target.flight().sentAtNanos();
        return messages.get(
                "touch.drag.move", Durations.compact(arrivesAtNanos), Durations.compact(flight));
    }

    @Override
    public String loseText() {
        return messages.get("touch.drag.lose");
    }

    @Override
    public void move(Target.OfFlight target, long arrivesAtNanos) {
        desk.present()
                .reach(target.flight().id())
                .ifPresent(reach -> actions.arriveAt(reach, arrivesAtNanos));
    }

    @Override
    public void lose(Target.OfFlight target) {
        desk.present().reach(target.flight().id()).ifPresent(actions::drop);
    }
}
