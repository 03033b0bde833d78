package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Everything that can be done to a segment, each by mouse alone and by keys alone, at the
 * beginning, in the middle and at the end of stories: a plain one, a close, a lost segment, one by
 * the rules of Linux, and a simultaneous opening.
 */
class HandsSegmentTest extends HandsTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    @ParameterizedTest
    @CsvSource({"S01, 0", "S02c, 1", "S05a, 2"})
    void byKeys(String story, int moment) {
        openStory(story, moment);
        Flight chosen = segment();
        long id = chosen.id();
        focusByKeys(chosen);
        assertThat(touchBy(() -> robot.type(KeyCode.D))).isEqualTo(new Touch.Drop(id));
        assertThat(isLost(id)).isTrue();
        again(moment, chosen);
        assertThat(touchBy(() -> robot.type(KeyCode.L)))
                .isInstanceOfAny(Touch.Delay.class, Touch.Deliver.class);
        assertThat(flight(id).endsAtNanos()).isGreaterThan(chosen.endsAtNanos());
        again(moment, chosen);
        assertThat(touchBy(() -> robot.type(KeyCode.U))).isInstanceOf(Touch.Duplicate.class);
        assertThat(timeline().flights()).anyMatch(copy -> copy.copyOf() == id);
        again(moment, chosen);
        assertThat(touchBy(() -> robot.type(KeyCode.H))).isEqualTo(new Touch.Hold(id));
        assertThat(touchBy(() -> robot.type(KeyCode.H))).isInstanceOf(Touch.Deliver.class);
        undo();
        again(moment, chosen);
        openMenuByKeys();
        assertThat(touchBy(() -> walkMenu("touch-deliver"))).isEqualTo(new Touch.Deliver(id, 0));
        again(moment, chosen);
        openMenuByKeys();
        assertThat(touchBy(() -> walkMenu("touch-delay", "touch-delayRTO")))
                .isInstanceOfAny(Touch.Delay.class, Touch.Deliver.class);
    }

    private void again(int moment, Flight chosen) {
        undo();
        seek(moment);
        focusByKeys(chosen);
    }

    @ParameterizedTest
    @CsvSource({"S01, 0", "S02c, 1", "S05a, 2"})
    void byMouse(String story, int moment) {
        openStory(story, moment);
        Flight chosen = segment();
        long id = chosen.id();
        assertThat(byMenu(moment, chosen, "touch-drop")).isEqualTo(new Touch.Drop(id));
        undo();
        assertThat(byMenu(moment, chosen, "touch-deliver")).isEqualTo(new Touch.Deliver(id, 0));
        undo();
        assertThat(byMenu(moment, chosen, "touch-delay", "touch-delayLITTLE"))
                .isInstanceOfAny(Touch.Delay.class, Touch.Deliver.class);
        undo();
        assertThat(byMenu(moment, chosen, "touch-duplicate")).isInstanceOf(Touch.Duplicate.class);
        undo();
        assertThat(byMenu(moment, chosen, "touch-hold")).isEqualTo(new Touch.Hold(id));
    }

    @ParameterizedTest
    @CsvSource({"S01, 0", "S02c, 1", "S05a, 2"})
    void releasedByMouse(String story, int moment) {
        openStory(story, moment);
        Flight chosen = segment();
        long id = chosen.id();
        byMenu(moment, chosen, "touch-hold");
        Flight held = flight(id);
        assertThat(
                        touchBy(() -> {
                            openMenuByMouse(held);
                            click("touch-hold");
                        }))
                .isInstanceOf(Touch.Deliver.class);
    }

    private Touch byMenu(int moment, Flight chosen, String... items) {
        seek(moment);
        return touchBy(() -> {
            openMenuByMouse(chosen);
            click(items);
        });
    }

    /** The keys that mean the same as a drag are L and D. */
    @ParameterizedTest
    @CsvSource({"S01, 0", "S12, 1", "S05a, 2"})
    void dragged(String story, int moment) {
        openStory(story, moment);
        Flight chosen = segment();
        touchBy(() -> drag(chosen, 0, 60));
        assertThat(flight(chosen.id()).endsAtNanos()).isGreaterThan(chosen.endsAtNanos());
        undo();
        seek(moment);
        int aside = chosen.to() == Side.B ? 150 : -150;
        assertThat(touchBy(() -> drag(chosen, aside, 10))).isEqualTo(new Touch.Drop(chosen.id()));
    }

    private void drag(Flight flight, double byX, double byY) {
        reveal(flight);
        hoverHead(flight);
        robot.press(MouseButton.PRIMARY).moveBy(byX / 2, byY / 2).moveBy(byX / 2, byY / 2);
        waitUntil(() -> isShown("#diagram .drag-label"));
        robot.release(MouseButton.PRIMARY);
    }

    /** The picture may still be gliding, and a mouse that does not move says nothing. */
    private void hoverHead(Flight flight) {
        waitUntil(() -> {
            Point2D head = onScreen(arrow(flight).x1(), arrow(flight).y1());
            robot.moveTo(head.subtract(0, 60)).moveTo(head);
            WaitForAsyncUtils.waitForFxEvents();
            return head.equals(onScreen(arrow(flight).x1(), arrow(flight).y1()))
                    && isShown("#diagram .grip");
        });
    }

    @Test
    void escapeGivesADragUpAndStaysInClassMode() {
        robot.type(KeyCode.F5);
        waitUntil(() -> state().isClassMode());
        Flight chosen = segment();
        reveal(chosen);
        fx(() -> session().player().last());
        hoverHead(chosen);
        robot.press(MouseButton.PRIMARY).moveBy(0, 15).moveBy(0, 15);
        waitUntil(() -> isShown(".drag-label"));
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        waitUntil(() -> !isShown(".drag-label"));
        assertThat(touches()).isEmpty();
        assertThat(state().isClassMode()).isTrue();
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> !state().isClassMode());
    }
}
