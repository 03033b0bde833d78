package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** The form, the list of what can happen next, and the sandbox, by mouse alone and by keys. */
class HandsFormTest extends HandsTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    private boolean isForged() {
        return timeline().flights().stream().anyMatch(one -> one.origin() == Flight.Origin.FORGED);
    }

    /** A mouse cannot write numbers: those of a recipe are taken, and bits are ticked. */
    @ParameterizedTest
    @CsvSource({"S01, 0", "S02c, 1", "S05a, 2"})
    void theWholeFormByMouse(String story, int moment) {
        openStory(story, moment);
        openNextByMouse();
        click("injectButton", "fromB", "recipes", "recipeRST_EXACT", "bitPSH", "old");
        Touch sent = touchBy(() -> click("send"));
        assertThat(sent)
                .isInstanceOfSatisfying(
                        Touch.Act.class,
                        act -> assertThat(act.action()).isInstanceOf(Action.Inject.class));
        assertThat(seen("seq")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"S01, 0", "S02c, 1", "S05a, 2"})
    void theWholeFormByKeys(String story, int moment) {
        openStory(story, moment);
        robot.type(KeyCode.I);
        waitUntil(() -> seen("seq").isPresent());
        focusOn("fromB");
        robot.type(KeyCode.SPACE);
        focusOn("recipes");
        robot.type(KeyCode.SPACE);
        walkMenu("recipeRST_EXACT");
        focusOn("bitPSH");
        robot.type(KeyCode.SPACE);
        write("seq", "4711");
        write("window", "77");
        write("delay", "3");
        focusOn("old");
        robot.type(KeyCode.SPACE);
        focusOn("send");
        Touch sent = touchBy(() -> robot.type(KeyCode.SPACE));
        assertThat(sent.toString()).contains("4711", "77");
        assertThat(seen("seq")).isEmpty();
    }

    /** So that all of it can be used without a mouse. */
    @Test
    void tabReachesEveryControl() {
        robot.type(KeyCode.END, KeyCode.I);
        waitUntil(() -> focusedId().equals("seq"));
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < 90; i++) {
            reached.add(focusedId());
            robot.type(KeyCode.TAB);
        }
        assertThat(reached)
                .contains("diagram", "callsA", "callsB", "fromA", "fromB", "recipes", "bitSYN")
                .contains("bitRST", "seq", "ack", "window", "text", "delay", "old", "send");
    }

    private void write(String id, String text) {
        focusOn(id);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(text);
        assertThat(input("#" + id)).isEqualTo(text);
    }

    private void openNextByMouse() {
        String title = new Messages(Locale.ENGLISH).get("details.next");
        robot.clickOn(
                robot.lookup(node ->
                                node.getStyleClass().contains("tab-label")
                                        && node instanceof Label tab
                                        && title.equals(tab.getText()))
                        .<Node>query());
        waitUntil(() -> seen("sections").isPresent());
    }

    @ParameterizedTest
    @CsvSource({"S12, 0", "S02c, 1", "S05a, 2"})
    void theListByMouse(String story, int moment) {
        openStory(story, moment);
        openNextByMouse();
        waitUntil(() -> seen("next-abortA").isPresent());
        scrollTo("next-abortA");
        Touch done = touchBy(() -> click("next-abortA"));
        assertThat(done.toString()).contains("Abort");
    }

    /** Turns the wheel over the list until the row can be seen. */
    private void scrollTo(String id) {
        Node list = seen("sections").orElseThrow();
        Node port = list.getParent();
        while (!port.getStyleClass().contains("viewport")) {
            port = port.getParent();
        }
        Node viewport = port;
        robot.moveTo(middle(viewport));
        for (VerticalDirection way : List.of(VerticalDirection.DOWN, VerticalDirection.UP)) {
            for (int i = 0; i < 40 && !isWithin(id, viewport); i++) {
                robot.scroll(1, way);
            }
        }
        assertThat(isWithin(id, viewport)).isTrue();
    }

    private static boolean isWithin(String id, Node viewport) {
        Bounds port = viewport.localToScreen(viewport.getLayoutBounds());
        return port.contains(middle(seen(id).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"S12, 0", "S02c, 1", "S05a, 2"})
    void theListByKeys(String story, int moment) {
        openStory(story, moment);
        robot.type(KeyCode.N);
        waitUntil(() -> focusedId().startsWith("next-"));
        for (int i = 0; i < 40 && !focusedId().equals("next-crashB"); i++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(focusedId()).isEqualTo("next-crashB");
        assertThat(touchBy(() -> robot.type(KeyCode.ENTER)))
                .isEqualTo(new Touch.Act(new Action.Crash(Side.B, false)));
    }

    private String focusedId() {
        Node focused = stage.getScene().getFocusOwner();
        return focused == null || focused.getId() == null ? "" : focused.getId();
    }

    @Test
    void theSandboxAndItsNetworkByMouse() {
        click("practice", "practiceSandbox");
        waitUntil(() -> session().scenarioProperty().get().id().equals("sandbox"));
        assertThat(touchBy(() -> click("networkManual"))).isEqualTo(new Touch.NetworkMode(true));
        touchBy(() -> click("callsB", "touch-listenB"));
        touchBy(() -> click("callsA", "touch-connectA"));
        assertThat(touchBy(() -> click("networkAutomatic")))
                .isEqualTo(new Touch.NetworkMode(false));
    }

    @Test
    void theSandboxAndItsNetworkByKeys() {
        robot.press(KeyCode.SHIFT).type(KeyCode.S).release(KeyCode.SHIFT);
        waitUntil(() -> session().scenarioProperty().get().id().equals("sandbox"));
        focusOn("networkManual");
        assertThat(touchBy(() -> robot.type(KeyCode.SPACE))).isEqualTo(new Touch.NetworkMode(true));
        focusOn("callsB");
        robot.type(KeyCode.SPACE);
        touchBy(() -> walkMenu("touch-listenB"));
        focusOn("networkAutomatic");
        assertThat(touchBy(() -> robot.type(KeyCode.SPACE)))
                .isEqualTo(new Touch.NetworkMode(false));
    }

    /** In any story the list has the switch too. */
    @ParameterizedTest
    @CsvSource({"S01, 1", "S12, 0", "S02c, 2"})
    void theNetworkOfAStoryByMouseAndByKeys(String story, int moment) {
        openStory(story, moment);
        openNextByMouse();
        assertThat(touchBy(() -> click("networkManual"))).isEqualTo(new Touch.NetworkMode(true));
        undo();
        seek(moment);
        focusOn("networkManual");
        assertThat(touchBy(() -> robot.type(KeyCode.SPACE))).isEqualTo(new Touch.NetworkMode(true));
    }
}
