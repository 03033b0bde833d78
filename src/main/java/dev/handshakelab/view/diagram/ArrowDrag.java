package dev.handshakelab.view.diagram;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.timeline.Timeline;
import java.util.OptionalLong;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/**
 * Dragging an arrow by its head: along the lifeline to another time, or off it, which loses the
 * segment. A ring shows that the head can be taken. Escape gives up.
 */
final class ArrowDrag {
    private static final double REACH_EM = 1.1;
    private static final double RING_EM = 0.75;
    private static final double OFF_EM = 3.2;

    /** A hand that trembles does not drag. */
    private static final double LEAST_PX = 4;

    private static final double LABEL_GAP_EM = 1.1;

    /** Lies above everything else in the picture. */
    final Group layer = new Group();

    private final SequenceDiagram control;
    private final SequenceDiagramSkin skin;
    private final Circle ring = new Circle();
    private final Line line = new Line();
    private final Label label = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final EventHandler<MouseEvent> onMove = this::hover;
    private final EventHandler<MouseEvent> onPress = this::press;
    private final EventHandler<MouseEvent> onDrag = this::drag;
    private final EventHandler<MouseEvent> onRelease = this::release;
    private final EventHandler<MouseEvent> onClick = this::click;
    private final EventHandler<KeyEvent> onKey = this::key;

    /** The arrow whose head is under the mouse or being dragged. */
    private @Nullable Arrow arrow;

    private boolean dragging;

    private double pressX;
    private double pressY;

    /** Whether the mouse was moved since it was pressed on the ring. */
    private boolean moved;

    /** Where it would arrive; empty: it would be lost. */
    private OptionalLong arrival = OptionalLong.empty();

    ArrowDrag(SequenceDiagram control, SequenceDiagramSkin skin) {
        this.control = control;
        this.skin = skin;
        layer.setManaged(false);
        layer.setAutoSizeChildren(false);
        ring.getStyleClass().add("grip");
        ring.setCursor(Cursor.OPEN_HAND);
        ring.setVisible(false);
        line.getStyleClass().add("drag-line");
        line.setMouseTransparent(true);
        label.getStyleClass().add("drag-label");
        label.setManaged(false);
        label.setMouseTransparent(true);
        showPreview(false);
        layer.getChildren().addAll(line, label, ring);
        Tooltip.install(ring, tooltip);
        tooltip.getStyleClass().add("diagram-tooltip");
    }

    void install() {
        control.addEventFilter(MouseEvent.MOUSE_MOVED, onMove);
        control.addEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
        control.addEventFilter(MouseEvent.MOUSE_DRAGGED, onDrag);
        control.addEventFilter(MouseEvent.MOUSE_RELEASED, onRelease);
        control.addEventFilter(MouseEvent.MOUSE_CLICKED, onClick);
        control.addEventFilter(KeyEvent.KEY_PRESSED, onKey);
    }

    void uninstall() {
        control.removeEventFilter(MouseEvent.MOUSE_MOVED, onMove);
        control.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
        control.removeEventFilter(MouseEvent.MOUSE_DRAGGED, onDrag);
        control.removeEventFilter(MouseEvent.MOUSE_RELEASED, onRelease);
        control.removeEventFilter(MouseEvent.MOUSE_CLICKED, onClick);
        control.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
    }

    /** Whether an arrow is in the hand, so that keys belong to the drag. */
    boolean isDragging() {
        return dragging;
    }

    /** Forgets the arrow, for another picture is shown. */
    void reset() {
        dragging = false;
        let(null);
    }

    private void let(@Nullable Arrow next) {
        arrow = next;
        ring.setVisible(next != null);
        if (next == null) {
            showPreview(false);
            return;
        }
        ring.setCenterX(next.x1());
        ring.setCenterY(next.y1());
        ring.setRadius(RING_EM * em());
        ring.setUserData(next);
    }

    private void showPreview(boolean shown) {
        line.setVisible(shown);
        label.setVisible(shown);
    }

    private double em() {
        DiagramLayout layout = control.getDiagramLayout();
        return layout == null ? 1 : layout.emPx();
    }

    private void hover(MouseEvent event) {
        DiagramTouch touch = control.getTouch();
        if (dragging) {
            return;
        }
        if (touch == null || !touch.isTouchable()) {
            let(null);
            return;
        }
        Arrow found = headAt(event.getX(), event.getY() + skin.scroller().top());
        if (!isSame(found, arrow)) {
            let(found);
            tooltip.setText(touch.gripText());
        }
    }

    // Items of one picture are told apart by identity: comparing their contents takes long.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable Arrow one, @Nullable Arrow other) {
        return one == other;
    }

    /** The nearest arrow whose head is here. */
    private @Nullable Arrow headAt(double x, double y) {
        DiagramLayout layout = control.getDiagramLayout();
        if (layout == null) {
            return null;
        }
        double reach = REACH_EM * layout.emPx();
        Arrow nearest = null;
        double least = reach;
        for (DiagramItem item : layout.itemsBetween(y - reach, y + reach)) {
            if (item instanceof Arrow candidate && isShown(candidate)) {
                double far = Math.hypot(candidate.x1() - x, candidate.y1() - y);
                if (far < least) {
                    nearest = candidate;
                    least = far;
                }
            }
        }
        return nearest;
    }

    private boolean isShown(Arrow candidate) {
        return !control.hideFutureProperty().get()
                || candidate.endFrame() <= control.getFrameIndex();
    }

    private void press(MouseEvent event) {
        moved = false;
        if (arrow == null || event.getButton() != MouseButton.PRIMARY || !isOnRing(event)) {
            return;
        }
        control.requestFocus();
        dragging = true;
        pressX = event.getX();
        pressY = event.getY();
    }

    private boolean isOnRing(MouseEvent event) {
        double y = event.getY() + skin.scroller().top();
        return Math.hypot(ring.getCenterX() - event.getX(), ring.getCenterY() - y)
                <= REACH_EM * em();
    }

    private void drag(MouseEvent event) {
        DiagramLayout layout = control.getDiagramLayout();
        Timeline timeline = control.getTimeline();
        DiagramTouch touch = control.getTouch();
        Arrow dragged = arrow;
        if (!dragging || dragged == null || layout == null || timeline == null || touch == null) {
            return;
        }
        event.consume();
        if (!moved && Math.hypot(event.getX() - pressX, event.getY() - pressY) < LEAST_PX) {
            return;
        }
        moved = true;
        double y = event.getY() + skin.scroller().top();
        double goalX = layout.lane(dragged.flight().to()).wireX();
        boolean off = Math.abs(event.getX() - goalX) > OFF_EM * layout.emPx();
        double endX = off ? event.getX() : goalX;
        double endY = Math.max(dragged.y0(), y);
        arrival =
                off
                        ? OptionalLong.empty()
                        : OptionalLong.of(new ArrivalScale(layout, timeline, dragged).nanosAt(y));
        label.setText(
                off ? touch.loseText() : touch.moveText(dragged.target(), arrival.getAsLong()));
        label.getStyleClass().setAll("label", "drag-label", off ? "lost" : "moved");
        line.getStyleClass().setAll("drag-line", off ? "lost" : "moved");
        line.setStartX(dragged.x0());
        line.setStartY(dragged.y0());
        line.setEndX(endX);
        line.setEndY(endY);
        ring.setCenterX(endX);
        ring.setCenterY(endY);
        showPreview(true);
        placeLabel(dragged.x1() > dragged.x0(), endX, endY, layout);
    }

    /** On the side from which the segment comes, inside the picture. */
    private void placeLabel(boolean rightwards, double x, double y, DiagramLayout layout) {
        label.applyCss();
        double width = label.prefWidth(-1);
        double height = label.prefHeight(width);
        double gap = LABEL_GAP_EM * layout.emPx();
        double left = rightwards ? x - gap - width : x + gap;
        double inside = Math.clamp(left, 0, Math.max(0, layout.widthPx() - width));
        label.resizeRelocate(inside, y + gap / 2, width, height);
    }

    private void release(MouseEvent event) {
        DiagramTouch touch = control.getTouch();
        Arrow dragged = arrow;
        if (!dragging || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        dragging = false;
        let(null);
        if (!moved || dragged == null || touch == null) {
            return;
        }
        event.consume();
        if (arrival.isPresent()) {
            touch.move(dragged.target(), arrival.getAsLong());
        } else {
            touch.lose(dragged.target());
        }
    }

    /** The click that ends a drag selects nothing; one on the ring means the arrow. */
    private void click(MouseEvent event) {
        if (moved) {
            moved = false;
            event.consume();
        } else if (ring.equals(event.getTarget()) && event.getButton() == MouseButton.PRIMARY) {
            Arrow clicked = headAt(event.getX(), event.getY() + skin.scroller().top());
            if (clicked != null) {
                control.select(clicked.target());
                event.consume();
            }
        }
    }

    private void key(KeyEvent event) {
        if (dragging && event.getCode() == KeyCode.ESCAPE) {
            dragging = false;
            let(null);
            event.consume();
        }
    }
}
