package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What the tests share that do the same by mouse alone and by keys alone. Their hands are quick:
 * the mouse jumps, and keys do not wait until the window has come to rest.
 */
abstract class BothHandsTest extends HandsTest {
    private static final int MANY = 250;

    /** How far a notch of the wheel turns, px. */
    private static final int NOTCH = 40;

    enum Hand {
        MOUSE,
        KEYS
    }

    // The mouse

    /** Clicks on controls, one after the other as they appear. */
    protected void press(String... ids) {
        for (String id : ids) {
            pressAt(rest(id));
        }
    }

    protected void pressAt(Point2D place) {
        MouseRobot mouse = robot.robotContext().getMouseRobot();
        mouse.moveNoWait(place);
        mouse.pressNoWait(MouseButton.PRIMARY);
        mouse.releaseNoWait(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    /** Where a control is once it can be used and stays where it is. */
    private static Point2D rest(String id) {
        return atRest(() ->
                ask(() ->
                        seen(id).filter(node -> !node.isDisabled())
                                .map(HandsTest::middle)
                                .orElse(Point2D.ZERO)));
    }

    /** A place once it stays the same; 0 is none. */
    private static Point2D atRest(Supplier<Point2D> place) {
        Point2D[] last = {Point2D.ZERO};
        waitFor(() -> {
            Point2D here = place.get();
            boolean rests = !here.equals(Point2D.ZERO) && here.equals(last[0]);
            last[0] = here;
            return rests;
        });
        return last[0];
    }

    /** Turns the wheel over what scrolls a control until it can be seen. */
    protected void wheelTo(String id) {
        waitUntil(() -> seen(id).isPresent());
        fx(() -> {
            Node node = seen(id).orElseThrow();
            Node port = node;
            while (!(port instanceof ScrollPane)) {
                port = port.getParent();
            }
            ScrollPane pane = (ScrollPane) port;
            for (int i = 0; i < MANY && !isWithin(middle(node), pane); i++) {
                turn(pane.getContent(), isAbove(middle(node), pane) ? NOTCH : -NOTCH);
                pane.layout();
            }
            assertThat(isWithin(middle(node), pane)).as("%s can be seen", id).isTrue();
        });
    }

    private static boolean isWithin(Point2D place, Node port) {
        Bounds bounds = port.localToScreen(port.getLayoutBounds());
        return place.getY() > bounds.getMinY() + 12 && place.getY() < bounds.getMaxY() - 12;
    }

    private static boolean isAbove(Point2D place, Node port) {
        return place.getY() < middle(port).getY();
    }

    private static void turn(Node node, double pixels) {
        Point2D place = middle(node);
        Event.fireEvent(
                node,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        place.getX(),
                        place.getY(),
                        place.getX(),
                        place.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        pixels,
                        0,
                        pixels,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    /** Turns the wheel over the diagram until a segment's label can be seen; the place of it. */
    protected Point2D placeOf(Flight flight) {
        waitUntil(() -> isDrawn());
        // The picture may still be gliding.
        atRest(() -> ask(() -> label(flight)));
        fx(() -> {
            for (int i = 0; i < MANY && !isWithin(label(flight), diagram()); i++) {
                turn(diagram(), isAbove(label(flight), diagram()) ? NOTCH : -NOTCH);
            }
            assertThat(isWithin(label(flight), diagram())).as("%s", flight).isTrue();
        });
        return ask(() -> label(flight));
    }

    protected void openSegmentMenuByMouse(Flight flight) {
        Point2D place = placeOf(flight);
        MouseRobot mouse = robot.robotContext().getMouseRobot();
        mouse.move(place);
        mouse.press(MouseButton.SECONDARY);
        mouse.release(MouseButton.SECONDARY);
        waitUntil(() -> seen("touch-drop").isPresent());
    }

    private Point2D label(Flight flight) {
        var box = arrow(flight).label().box();
        return onScreen(box.centerX(), box.centerY());
    }

    /** Opens the page of what can happen next. */
    protected void openNextByMouse() {
        String title = new Messages(Locale.ENGLISH).get("details.next");
        Node tab =
                robot.lookup(node ->
                                node.getStyleClass().contains("tab-label")
                                        && node instanceof Label label
                                        && title.equals(label.getText()))
                        .query();
        pressAt(ask(() -> middle(tab)));
        waitUntil(() -> seen("networkManual").isPresent() && seen("sections").isPresent());
    }

    // The keys

    /** Strikes a key and sees what comes of it at once. */
    protected void strike(KeyCode... codes) {
        KeyboardRobot keys = robot.robotContext().getKeyboardRobot();
        for (KeyCode code : codes) {
            keys.pressNoWait(code);
            keys.releaseNoWait(code);
        }
    }

    /** The id of what has the focus in the window; empty: none. */
    protected String focusedId() {
        return ask(() ->
                Optional.ofNullable(stage.getScene())
                        .map(Scene::getFocusOwner)
                        .map(Node::getId)
                        .orElse(""));
    }

    /** Goes to a control by Tab. */
    protected void tabTo(String id) {
        tab(id, KeyCode.TAB);
    }

    /** Goes to a control by Shift+Tab. */
    protected void tabBackTo(String id) {
        tab(id, KeyCode.SHIFT, KeyCode.TAB);
    }

    private void tab(String id, KeyCode... keys) {
        putMouseAside();
        waitFor(() -> seen(id).isPresent());
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < MANY && !focusedId().equals(id); i++) {
            passed.add(focusedId());
            moveFocus(stage.getScene(), keys);
        }
        assertThat(focusedId()).as("after %s", passed).isEqualTo(id);
    }

    // Either

    /** Opens the menu of a button and chooses what lies on the way of these items. */
    protected void choose(Hand hand, String button, String... items) {
        switch (hand) {
            case MOUSE -> {
                press(button);
                press(items);
            }
            case KEYS -> {
                tabTo(button);
                strike(KeyCode.SPACE);
                walkMenu(items);
            }
        }
    }

    /** Opens the list of what can happen next. */
    protected void openNext(Hand hand) {
        switch (hand) {
            case MOUSE -> openNextByMouse();
            case KEYS -> {
                robot.type(KeyCode.N);
                waitFor(() -> focusedId().startsWith("next-"));
            }
        }
    }

    /** Chooses a row of the open list of what can happen next. */
    protected void chooseRow(Hand hand, String id) {
        switch (hand) {
            case MOUSE -> {
                wheelTo(id);
                press(id);
            }
            case KEYS -> {
                openNext(hand);
                waitFor(() -> seen(id).isPresent());
                for (int i = 0; i < MANY && !focusedId().equals(id); i++) {
                    moveFocus(stage.getScene(), isBelowFocus(id) ? KeyCode.DOWN : KeyCode.UP);
                }
                assertThat(focusedId()).isEqualTo(id);
                strike(KeyCode.ENTER);
            }
        }
    }

    private boolean isBelowFocus(String id) {
        return ask(() ->
                middle(seen(id).orElseThrow()).getY()
                        > middle(stage.getScene().getFocusOwner()).getY());
    }

    /** Puts the network into the learner's hands, or back on automatic. */
    protected Touch switchNetwork(Hand hand, boolean manual) {
        String id = manual ? "networkManual" : "networkAutomatic";
        return forkBy(() -> {
            switch (hand) {
                case MOUSE -> press(id);
                case KEYS -> {
                    tabTo(id);
                    strike(KeyCode.SPACE);
                }
            }
        });
    }

    /** Does something by hand and checks that the story forks there and is the same before. */
    protected Touch forkBy(Runnable hand) {
        return forkBy(frameIndex(), hand);
    }

    /**
     * Does something by hand and checks that the story forks there and is the same before.
     *
     * @param frame after which frame
     */
    protected Touch forkBy(int frame, Runnable hand) {
        Timeline before = timeline();
        hand.run();
        // Who touches the past leaves the touches that came later.
        waitFor(() -> isOtherThan(before) && !session().isTouching());
        WaitForAsyncUtils.waitForFxEvents();
        RecordedTouch last = touches().getLast();
        Touch done = last.touch();
        assertThat(last.afterStep()).as("%s", done).isEqualTo(frame);
        assertThat(timeline().frames().subList(0, frame + 1))
                .isEqualTo(before.frames().subList(0, frame + 1));
        assertThat(timeline()).isNotEqualTo(before);
        return done;
    }
}
