package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.Target;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.view.diagram.SequenceDiagram;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/** What the tests of hands share: stories at a moment, segments in them, and menus. */
abstract class HandsTest extends WindowTest {
    /** A button or a key that stays down would spoil the next test. */
    @AfterEach
    void letGo() {
        robot.release(MouseButton.PRIMARY).release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    /** Opens a story at the beginning (0), in the middle (1) or at the end (2). */
    protected void openStory(String id, int moment) {
        Scenario scenario = ScenarioLibrary.bundled().find(id).orElseThrow();
        // The first one is open already; to open it anew could not be waited for.
        if (!session().scenarioProperty().get().id().equals(id)) {
            fx(() -> session().open(scenario));
        }
        waitUntil(() -> session().scenarioProperty().get().id().equals(id));
        waitUntil(() -> isDrawn() && layout() != null);
        seek(moment);
    }

    protected void seek(int moment) {
        fx(() -> session().player().seekFrame(timeline().lastIndex() * moment / 2));
    }

    // What was done

    protected List<RecordedTouch> touches() {
        return session().branches().present().shown().touches();
    }

    /** Does something by hand, and waits until it has become part of the story. */
    protected Touch touchBy(Runnable hand) {
        int before = touches().size();
        hand.run();
        waitUntil(() -> touches().size() > before && !session().isTouching());
        return touches().getLast().touch();
    }

    protected void undo() {
        int before = touches().size();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        waitUntil(() -> touches().size() < before);
    }

    protected boolean isLost(long id) {
        return timeline().frames().stream()
                .flatMap(frame -> frame.facts().stream())
                .anyMatch(fact -> fact instanceof Fact.Lost(_, _, Flight lost) && lost.id() == id);
    }

    // Segments

    protected SequenceDiagram diagram() {
        return (SequenceDiagram) lookup("#diagram");
    }

    /** Whether the diagram shows the present timeline; comparing two long ones would last. */
    @SuppressWarnings("ReferenceEquality")
    protected boolean isDrawn() {
        return diagram().getTimeline() == timeline();
    }

    protected Flight flight(long id) {
        return timeline().flights().stream().filter(f -> f.id() == id).findFirst().orElseThrow();
    }

    /** The segment that left last before the moment shown, of those that arrive; else the first. */
    protected Flight segment() {
        long now = timeline().frame(frameIndex()).atNanos();
        List<Flight> arriving =
                timeline().flights().stream()
                        .filter(one -> one.fate() instanceof Fate.Arrives)
                        .toList();
        // Where nothing ever arrives, what is lost can be touched.
        List<Flight> all = arriving.isEmpty() ? timeline().flights() : arriving;
        return all.reversed().stream()
                .filter(one -> one.sentAtNanos() <= now)
                .findFirst()
                .orElse(all.getFirst());
    }

    private DiagramLayout layout() {
        return Objects.requireNonNull(diagram().getDiagramLayout());
    }

    private Target target(Flight flight) {
        return Objects.requireNonNull(arrow(flight).target());
    }

    /** The drawing knows a segment that a dead host loses as one that arrives. */
    protected DiagramItem.Arrow arrow(Flight flight) {
        return layout().items().stream()
                .filter(DiagramItem.Arrow.class::isInstance)
                .map(DiagramItem.Arrow.class::cast)
                .filter(one -> one.flight().id() == flight.id())
                .findFirst()
                .orElseThrow();
    }

    protected Point2D onScreen(double x, double y) {
        return lookup("#diagram .content").localToScreen(x, y);
    }

    /** Scrolls, and waits until the picture has come to rest with the segment in it. */
    protected void reveal(Flight flight) {
        reveal(flight, () -> arrow(flight).y1());
    }

    private void reveal(Flight flight, DoubleSupplier height) {
        waitUntil(() -> isDrawn());
        fx(() -> diagram().reveal(target(flight).frameIndex()));
        waitUntil(() -> {
            double y = onScreen(0, height.getAsDouble()).getY();
            Point2D top = diagram().localToScreen(0, 0);
            return y > top.getY() && y < top.getY() + diagram().getHeight() - 40;
        });
    }

    // Nodes of all windows

    /**
     * A node that can be seen, in whatever window: TestFX's own search does not always know the
     * windows of submenus.
     */
    protected static Optional<Node> seen(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () ->
                        Window.getWindows().stream()
                                .filter(Window::isShowing)
                                .flatMap(one ->
                                        one.getScene().getRoot().lookupAll("#" + id).stream())
                                .filter(HandsTest::isSeen)
                                .findFirst());
    }

    private static boolean isSeen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until a node is there and stays where it is, and brings the mouse to it. */
    protected void pointAt(String id) {
        Point2D[] last = {Point2D.ZERO};
        waitUntil(() -> {
            Optional<Point2D> here = seen(id).map(HandsTest::middle);
            boolean rests = here.isPresent() && here.get().equals(last[0]);
            last[0] = here.orElse(Point2D.ZERO);
            return rests;
        });
        // Sideways first: the way to a submenu leads over no other item.
        robot.moveTo(last[0], Motion.HORIZONTAL_FIRST);
    }

    protected static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    protected void click(String... ids) {
        for (String id : ids) {
            pointAt(id);
            robot.clickOn(MouseButton.PRIMARY);
        }
    }

    // Keys

    private static boolean hasFocus(String id) {
        return seen(id).filter(node -> node.equals(node.getScene().getFocusOwner())).isPresent();
    }

    /** Gives the focus to a control; that Tab reaches each is a test of its own. */
    protected void focusOn(String id) {
        waitUntil(() -> seen(id).isPresent());
        fx(() -> seen(id).orElseThrow().requestFocus());
        assertThat(hasFocus(id)).as("focus of %s", id).isTrue();
    }

    /** Walks through open menus by arrow keys: into submenus, and chooses the last. */
    protected void walkMenu(String... ids) {
        putMouseAside();
        for (int i = 0; i < ids.length; i++) {
            String id = ids[i];
            waitFor(() -> seen(id).isPresent());
            KeyCode way = isInLowerHalf(id) ? KeyCode.UP : KeyCode.DOWN;
            Scene menu = seen(id).orElseThrow().getScene();
            for (int k = 0; k < 30 && !hasFocus(id); k++) {
                moveFocus(menu, way);
            }
            assertThat(hasFocus(id)).as("focus of %s", id).isTrue();
            robot.type(i < ids.length - 1 ? KeyCode.RIGHT : KeyCode.ENTER);
        }
    }

    /** A mouse that rests where a menu opens would choose in it too. */
    protected void putMouseAside() {
        robot.robotContext().getMouseRobot().moveNoWait(new Point2D(1, stage.getHeight() - 1));
    }

    /** Strikes a key and waits until the focus has moved on. */
    protected void moveFocus(Scene scene, KeyCode... keys) {
        Object[] before = {ask(scene::getFocusOwner)};
        KeyboardRobot keyboard = robot.robotContext().getKeyboardRobot();
        keyboard.pressNoWait(keys);
        keyboard.releaseNoWait(keys);
        waitFor(() -> !Objects.equals(before[0], ask(scene::getFocusOwner)));
    }

    /** What is found out in the window's thread. */
    protected static <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
    }

    /** From the last item of a menu a step down leads to the first, and back. */
    private static boolean isInLowerHalf(String id) {
        Node item = seen(id).orElseThrow();
        List<Node> items = item.getParent().getChildrenUnmodifiable();
        return items.indexOf(item) > items.size() / 2;
    }

    /** Walks with the arrow keys until the segment has the focus; the moment stays. */
    protected void focusByKeys(Flight flight) {
        waitUntil(() -> isDrawn());
        if (!isFocusInDiagram()) {
            focusOn("diagram");
        }
        for (int i = 0; i < 120 && !isFocused(flight); i++) {
            moveFocus(stage.getScene(), isBelowFocus(flight) ? KeyCode.DOWN : KeyCode.UP);
        }
        assertThat(isFocused(flight)).as("%s", flight).isTrue();
    }

    /** From an item in the diagram Tab would go all the way round. */
    private boolean isFocusInDiagram() {
        Node focused = stage.getScene().getFocusOwner();
        return Stream.iterate(focused, Objects::nonNull, Node::getParent)
                .anyMatch(SequenceDiagram.class::isInstance);
    }

    private boolean isFocused(Flight flight) {
        Flight focused = diagram().focusedFlight();
        return focused != null && focused.id() == flight.id();
    }

    /** Items stand in the order of the picture; what has the focus may be none of them. */
    private boolean isBelowFocus(Flight flight) {
        Node focused = diagram().getScene().getFocusOwner();
        if (focused == null || focused.equals(diagram())) {
            return true;
        }
        return focused.getUserData() instanceof Supplier<?> ofNow
                && ofNow.get() instanceof DiagramItem item
                && item.target() != null
                && layout().indexOf(item.target()) < layout().indexOf(target(flight));
    }

    protected void openMenuByKeys() {
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
    }

    protected void openMenuByMouse(Flight flight) {
        reveal(flight, () -> arrow(flight).label().box().centerY());
        var box = arrow(flight).label().box();
        robot.clickOn(onScreen(box.centerX(), box.centerY()), MouseButton.SECONDARY);
        waitUntil(() -> seen("touch-drop").isPresent());
    }
}
