package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.view.touch.NextRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Tab and Shift+Tab lead from the diagram to everything by which one touches, and back. */
class HandsTabTest extends BothHandsTest {
    private static final int MOST = 150;

    @Start
    void start(Stage primary) {
        open(primary);
    }

    /** The controls on the way round, from the diagram to the diagram. */
    private List<Node> around(KeyCode... keys) {
        tabTo("diagram");
        List<Node> passed = new ArrayList<>();
        do {
            moveFocus(stage.getScene(), keys);
            passed.add(ask(() -> stage.getScene().getFocusOwner()));
        } while (!focusedId().equals("diagram") && passed.size() < MOST);
        assertThat(focusedId()).as("after %s", passed).isEqualTo("diagram");
        return passed.subList(0, passed.size() - 1);
    }

    /** The way round, which must be the same backwards. */
    private List<String> around() {
        List<Node> there = around(KeyCode.TAB);
        List<Node> back = around(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(back.reversed()).isEqualTo(there);
        assertThat(there).doesNotHaveDuplicates();
        return there.stream().map(Node::getId).filter(id -> id != null).toList();
    }

    @Test
    void theListOfWhatCanHappenAndTheFormOfASegmentFromOutside() {
        openStory("S12", 1);
        openNext(Hand.KEYS);
        String[] rows =
                ask(() ->
                        below(seen("sections").orElseThrow())
                                .filter(NextRow.class::isInstance)
                                .filter(row -> !row.isDisabled())
                                .map(Node::getId)
                                .toArray(String[]::new));
        assertThat(rows).hasSizeGreaterThan(15);
        assertThat(around())
                .containsSubsequence(rows)
                .contains("networkManual", "networkAutomatic", "injectButton", "callsA", "callsB")
                .contains("practice", "back", "play", "forward");
        robot.type(KeyCode.I);
        waitFor(() -> focusedId().equals("seq"));
        assertThat(around())
                .contains("callsA", "callsB")
                .containsSubsequence("fromA", "fromB", "recipes", "bitSYN", "bitACK", "bitPSH")
                .containsSubsequence("bitFIN", "bitRST", "seq", "ack", "window", "text")
                .containsSubsequence("text", "delay", "old", "send", "cancel");
    }

    @Test
    void theButtonsForASegmentAndTheSandbox() {
        openStory("S01", 0);
        focusByKeys(segment());
        robot.type(KeyCode.ENTER);
        waitFor(() -> seen("hold").isPresent());
        // From an item of the diagram one gets out too.
        moveFocus(stage.getScene(), KeyCode.TAB);
        assertThat(around())
                .containsSubsequence("drop", "deliver", "delay", "duplicate", "hold")
                .contains("callsA", "callsB");
        robot.press(KeyCode.SHIFT).type(KeyCode.S).release(KeyCode.SHIFT);
        waitUntil(() -> session().scenarioProperty().get().id().equals("sandbox"));
        waitUntil(() -> isDrawn());
        assertThat(around())
                .contains("networkManual", "networkAutomatic", "rfc", "linux", "callsA", "callsB")
                .containsSubsequence("listenB", "connectA", "both", "more");
    }

    private static Stream<Node> below(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(HandsTabTest::below))
                : Stream.of(node);
    }
}
