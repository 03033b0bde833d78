package dev.handshakelab.view.statemap;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.view.statemap.MapItem.OfState;
import dev.handshakelab.view.statemap.MapItem.OfWay;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Mouse and keys of the state map. One item at a time can be reached with Tab, so that Tab enters
 * and leaves the map in one step; the arrow keys go on from there.
 */
final class MapInput {
    private final StateMapSkin skin;
    private MapItem cursor = new OfState(TcpState.CLOSED);
    private @Nullable MapItem hovered;
    private @Nullable MapItem focused;

    MapInput(StateMapSkin skin) {
        this.skin = skin;
    }

    /** What is to be explained: what the mouse is over, otherwise what has the focus. */
    @Nullable MapItem pointed() {
        return hovered != null ? hovered : focused;
    }

    /** Lets an item react. */
    void listen(Node node, MapItem item) {
        listenTo(node, node, item);
        node.setFocusTraversable(item.equals(cursor));
        node.focusedProperty().subscribe((_, now) -> focus(item, now));
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Lets a part of an item react to the mouse; {@code focusNode} gets the focus. */
    void listenTo(Node part, Node focusNode, MapItem item) {
        part.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> hover(item));
        part.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(null));
        part.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        focusNode.requestFocus();
                        skin.go(item);
                        event.consume();
                    }
                });
    }

    private void hover(@Nullable MapItem item) {
        hovered = item;
        skin.explain();
    }

    private void focus(MapItem item, boolean now) {
        if (now) {
            focused = item;
            setCursor(item);
        } else if (item.equals(focused)) {
            focused = null;
        }
        skin.explain();
    }

    private void setCursor(MapItem item) {
        Node old = skin.map().focusNode(cursor);
        if (old != null) {
            old.setFocusTraversable(false);
        }
        cursor = item;
        Node node = skin.map().focusNode(item);
        if (node != null) {
            node.setFocusTraversable(true);
        }
    }

    /** After ways have vanished: Tab must still find the map. */
    void keepCursor() {
        if (skin.map().focusNode(cursor) == null) {
            setCursor(cursor instanceof OfWay way ? new OfState(way.from()) : cursor);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean used =
                switch (event.getCode()) {
                    case DOWN -> walk(1);
                    case UP -> walk(-1);
                    case RIGHT -> follow(1);
                    case LEFT -> follow(-1);
                    case HOME -> move(new OfState(TcpState.CLOSED));
                    case PAGE_DOWN -> skin.scroll(1);
                    case PAGE_UP -> skin.scroll(-1);
                    case ENTER, SPACE -> skin.go(cursor);
                    default -> false;
                };
        if (used) {
            event.consume();
        }
    }

    private boolean move(MapItem item) {
        Node node = skin.map().focusNode(item);
        if (node != null) {
            node.requestFocus();
        }
        return true;
    }

    private boolean walk(int step) {
        List<MapItem> items = skin.map().items();
        int place = Math.floorMod(items.indexOf(cursor) + step, items.size());
        return move(items.get(place));
    }

    /** From a way to its end or back to its beginning; from a state to a way, taken ones first. */
    private boolean follow(int step) {
        return switch (cursor) {
            case OfWay(TcpState from, TcpState to) -> move(new OfState(step > 0 ? to : from));
            case OfState(TcpState state) -> {
                List<OfWay> ways =
                        step > 0 ? skin.map().leaving(state) : skin.map().entering(state);
                yield ways.isEmpty()
                        || move(
                                ways.stream()
                                        .filter(skin::isTaken)
                                        .findFirst()
                                        .orElse(ways.getFirst()));
            }
        };
    }
}
