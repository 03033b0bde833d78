package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/** Mouse, touch and keys of the sequence diagram. */
final class DiagramInput {
    private final SequenceDiagram control;
    private final SequenceDiagramSkin skin;
    private final EventHandler<KeyEvent> onKey = this::key;
    private final EventHandler<ScrollEvent> onScroll = this::scroll;
    private final EventHandler<ZoomEvent> onZoom = this::zoom;
    private final EventHandler<MouseEvent> onPress = this::press;

    DiagramInput(SequenceDiagram control, SequenceDiagramSkin skin) {
        this.control = control;
        this.skin = skin;
    }

    void install() {
        control.addEventHandler(KeyEvent.KEY_PRESSED, onKey);
        control.addEventHandler(ScrollEvent.SCROLL, onScroll);
        control.addEventHandler(ZoomEvent.ZOOM, onZoom);
        control.addEventHandler(MouseEvent.MOUSE_PRESSED, onPress);
    }

    void uninstall() {
        control.removeEventHandler(KeyEvent.KEY_PRESSED, onKey);
        control.removeEventHandler(ScrollEvent.SCROLL, onScroll);
        control.removeEventHandler(ZoomEvent.ZOOM, onZoom);
        control.removeEventHandler(MouseEvent.MOUSE_PRESSED, onPress);
    }

    private void press(MouseEvent event) {
        control.requestFocus();
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            control.zoomBy(Math.signum(event.getDeltaY()));
        } else {
            skin.scroller().by(-event.getDeltaY());
        }
        event.consume();
    }

    private void zoom(ZoomEvent event) {
        control.setZoom(control.getZoom() * event.getZoomFactor());
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean used =
                switch (event.getCode()) {
                    case DOWN -> walk(1);
                    case UP -> walk(-1);
                    case ENTER -> choose();
                    case ESCAPE -> clear();
                    case PLUS, EQUALS, ADD -> zoomBy(1);
                    case MINUS, SUBTRACT -> zoomBy(-1);
                    case DIGIT0, NUMPAD0 -> fit();
                    default -> false;
                };
        if (used) {
            event.consume();
        }
    }

    private boolean zoomBy(double steps) {
        control.zoomBy(steps);
        return true;
    }

    private boolean fit() {
        control.fit();
        return true;
    }

    /** Moves the focus to the next item that can be selected. */
    private boolean walk(int step) {
        DiagramLayout layout = control.getDiagramLayout();
        if (layout == null) {
            return false;
        }
        List<DiagramItem> items = layout.items();
        int place = start(layout, step);
        while (place >= 0 && place < items.size()) {
            DiagramItem item = items.get(place);
            if (item.target() != null && item.label() != null) {
                skin.focus(item);
                return true;
            }
            place += step;
        }
        return true;
    }

    private int start(DiagramLayout layout, int step) {
        DiagramItem current = skin.focusedItem();
        if (current != null && current.target() != null) {
            return layout.indexOf(current.target()) + step;
        }
        return Math.max(0, layout.indexBelow(skin.scroller().top()));
    }

    private boolean choose() {
        DiagramItem current = skin.focusedItem();
        if (current == null) {
            return false;
        }
        control.select(current.target());
        return true;
    }

    private boolean clear() {
        @Nullable Object selected = control.getSelection();
        if (selected == null) {
            return false;
        }
        control.select(null);
        return true;
    }
}
