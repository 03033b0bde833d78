package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.Label;
import dev.handshakelab.diagram.Lane;
import dev.handshakelab.diagram.Target;
import dev.handshakelab.timeline.Side;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Finds out what a menu is asked for, by mouse or by key, and has it opened. */
final class TouchMenuOpener {
    private static final double LANE_EM = 2;

    private final SequenceDiagram control;
    private final SequenceDiagramSkin skin;
    private final EventHandler<ContextMenuEvent> onRequest = this::requested;
    private final EventHandler<MouseEvent> onClick = this::clicked;

    TouchMenuOpener(SequenceDiagram control, SequenceDiagramSkin skin) {
        this.control = control;
        this.skin = skin;
    }

    void install() {
        control.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, onRequest);
        control.addEventHandler(MouseEvent.MOUSE_CLICKED, onClick);
    }

    void uninstall() {
        control.removeEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, onRequest);
        control.removeEventHandler(MouseEvent.MOUSE_CLICKED, onClick);
    }

    private void requested(ContextMenuEvent event) {
        DiagramTouch touch = control.getTouch();
        // The keys are a command of the window.
        if (touch == null || event.isKeyboardTrigger()) {
            return;
        }
        event.consume();
        open(touch, event.getTarget(), event.getScreenX(), event.getScreenY());
    }

    /** Not every platform asks for menus by itself. */
    private void clicked(MouseEvent event) {
        DiagramTouch touch = control.getTouch();
        if (touch != null && event.getButton() == MouseButton.SECONDARY && !touch.isOpen()) {
            event.consume();
            open(touch, event.getTarget(), event.getScreenX(), event.getScreenY());
        }
    }

    private void open(DiagramTouch touch, Object eventTarget, double screenX, double screenY) {
        DiagramItem item = itemAt(eventTarget);
        Target target = item == null ? null : item.target();
        Point2D place = control.screenToLocal(screenX, screenY);
        Side lane = target == null ? laneAt(place.getX()) : target.lane();
        touch.openMenu(target, lane, screenX, screenY);
    }

    private static @Nullable DiagramItem itemAt(Object eventTarget) {
        return eventTarget instanceof Node node
                ? Stream.iterate(node, n -> n != null, Node::getParent)
                        .map(Node::getUserData)
                        .map(data -> data instanceof Supplier<?> ofNow ? ofNow.get() : null)
                        .filter(DiagramItem.class::isInstance)
                        .map(DiagramItem.class::cast)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private @Nullable Side laneAt(double x) {
        DiagramLayout layout = control.getDiagramLayout();
        if (layout == null) {
            return null;
        }
        double near = LANE_EM * layout.emPx();
        Lane a = layout.lane(Side.A);
        Lane b = layout.lane(Side.B);
        if (x < a.wireX() + near) {
            return Side.A;
        }
        return x > b.wireX() - near ? Side.B : null;
    }

    /** Opens the menu of what is selected or has the focus. */
    void open() {
        DiagramTouch touch = control.getTouch();
        DiagramLayout layout = control.getDiagramLayout();
        if (touch == null || layout == null) {
            return;
        }
        DiagramItem focused = skin.focusedItem();
        Target target = control.getSelection();
        if (target == null && focused != null) {
            target = focused.target();
        }
        DiagramItem item = target == null ? null : layout.find(target);
        double x = control.getWidth() / 2;
        double y = control.getHeight() / 3;
        if (item != null) {
            Label label = item.label();
            x = label == null ? item.bounds().centerX() : label.box().centerX();
            y =
                    (label == null ? item.bounds().bottom() : label.box().bottom())
                            - skin.scroller().top();
        }
        Point2D place = control.localToScreen(x, Math.clamp(y, 0, control.getHeight()));
        touch.openMenu(target, target == null ? null : target.lane(), place.getX(), place.getY());
    }
}
