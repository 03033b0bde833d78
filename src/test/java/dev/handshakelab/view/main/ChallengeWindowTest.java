package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Challenge;
import dev.handshakelab.scenario.Challenges;
import dev.handshakelab.sim.Touch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.NodeQuery;

/** A learner chooses and solves challenges in the real window. */
class ChallengeWindowTest extends BothHandsTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    private void touch(int frame, Touch touch) {
        int before = session().branches().present().shown().touches().size();
        fx(() -> session().player().seekFrame(frame));
        fx(() -> session().touch(touch));
        waitUntil(() -> session().branches().present().shown().touches().size() > before);
    }

    private NodeQuery cell(String title) {
        return robot.lookup(node ->
                node instanceof ListCell<?> cell
                        // The list has a cell of its own for measuring, which nobody sees.
                        && isTreeVisible(cell)
                        && cell.getItem() instanceof Challenge
                        && cell.getAccessibleText() != null
                        && cell.getAccessibleText().startsWith(title)
                        && isLegible(cell, title));
    }

    /** Whether a text stands whole within its cell. */
    private static boolean isLegible(Node cell, String text) {
        return cell.lookupAll(".label").stream()
                .filter(label -> ((Label) label).getText().equals(text))
                .map(label -> label.localToScene(label.getLayoutBounds()))
                .anyMatch(cell.localToScene(cell.getLayoutBounds())::contains);
    }

    private String scenario() {
        return session().scenarioProperty().get().id();
    }

    @Test
    void choosingAndSolvingByKeyboard() throws IOException {
        robot.push(KeyCode.K);
        waitUntil(() -> lookup("#challengeList").isFocused());
        robot.push(KeyCode.ENTER);
        waitUntil(() -> scenario().equals("C01") && isShown("#challengeGoal"));
        assertThat(label("#challengeGoal")).startsWith("Make A send its SYN twice.");
        assertThat(label("#touches")).isEqualTo("Touches: 0 of 3");
        assertThat(isShown("#challengeNext")).isFalse();
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        waitUntil(() -> frameIndex() == 2);
        robot.push(KeyCode.D);
        waitUntil(() -> isShown("#challengeNext"));
        assertThat(label("#touches")).isEqualTo("Touches: 1 of 3");
        assertThat(texts("#said")).contains("Solved in 1 touch. Fewer is not possible.");
        fx(() -> preferences().languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertThat(texts("#said")).contains("完成，用了 1 次。不可能更少。");
        waitUntil(() -> Files.exists(folder.resolve("challenges.properties")));
        waitUntil(
                () -> Files.readString(folder.resolve("challenges.properties")).equals("C01=1\n"));
        robot.push(KeyCode.K);
        waitUntil(() -> lookup("#challengeList").isFocused());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        waitUntil(() -> scenario().equals("C02") && isShown("#challengeGoal"));
        assertThat(isShown("#challengeNext")).isFalse();
    }

    @Test
    void choosingAndSolvingByMouseAlone() {
        press("practice", "practiceChallenges");
        Challenge one = Challenges.find("C01").orElseThrow();
        waitUntil(() -> ask(() -> cell("Twice SYN").tryQuery().isPresent()));
        ListView<Challenge> all = robot.lookup("#challengeList").query();
        pressAt(ask(() -> middle(cell("Twice SYN").<Node>query())));
        waitUntil(() -> one.equals(all.getSelectionModel().getSelectedItem()));
        press("challengeStart");
        waitUntil(() -> scenario().equals("C01") && isShown("#challengeGoal"));
        press("forward", "forward");
        waitUntil(() -> frameIndex() == 2);
        openSegmentMenuByMouse(flight(1));
        press("touch-drop");
        waitUntil(() -> isShown("#challengeNext"));
        assertThat(label("#touches")).isEqualTo("Touches: 1 of 3");
        press("challengeNext");
        waitUntil(() -> scenario().equals("C02") && isShown("#challengeGoal"));
    }

    @Test
    void choosingByMouseHintsUndoAndStartingOver() {
        robot.clickOn("#practice").clickOn("#practiceChallenges");
        waitUntil(() -> lookup("#challengeList").isFocused());
        ListView<Challenge> all = robot.lookup("#challengeList").query();
        Challenge three = Challenges.find("C03").orElseThrow();
        waitUntil(() -> ask(() -> cell("No FIN at all").tryQuery().isPresent()));
        robot.clickOn(cell("No FIN at all").<Node>query());
        waitUntil(() -> three.equals(all.getSelectionModel().getSelectedItem()));
        robot.clickOn("#challengeStart");
        waitUntil(() -> scenario().equals("C03") && isShown("#challengeGoal"));
        robot.clickOn("#challengeHint").clickOn("#challengeHint");
        assertThat(texts("#said")).hasSize(2);
        touch(5, three.solution().getFirst().touch());
        waitUntil(() -> isShown("#challengeNext"));
        robot.clickOn("#challengeUndo");
        waitUntil(() -> label("#touches").equals("Touches: 0 of 3"));
        assertThat(isShown("#challengeNext")).isFalse();
        robot.clickOn("#challengeShow");
        waitUntil(() -> isShown("#challengeNext"));
        assertThat(texts("#said")).anyMatch(text -> text.startsWith("This is a solution."));
        robot.clickOn("#challengeReset");
        waitUntil(() -> label("#touches").equals("Touches: 0 of 3"));
        robot.clickOn("#challengeLeave");
        waitUntil(() -> !isShown("#challengeGoal"));
    }

    @Test
    void aTouchThatIsNotAllowedIsRefusedWithTheReason() {
        robot.push(KeyCode.K);
        waitUntil(() -> lookup("#challengeList").isFocused());
        robot.push(KeyCode.ENTER);
        waitUntil(() -> scenario().equals("C01") && isShown("#challengeGoal"));
        fx(() -> session().player().seekFrame(2));
        fx(() -> session().touch(new Touch.Hold(1)));
        assertThat(window.notices().all()).hasSize(1);
        assertThat(session().branches().present().shown().isTouched()).isFalse();
        assertThat(texts(".notice"))
                .contains("Not allowed in this challenge: hold a segment. Allowed: lose a segment");
    }

    @Test
    void anotherStoryEndsTheChallenge() {
        robot.push(KeyCode.K);
        waitUntil(() -> lookup("#challengeList").isFocused());
        robot.push(KeyCode.ENTER);
        waitUntil(() -> scenario().equals("C01") && isShown("#challengeGoal"));
        robot.push(KeyCode.DIGIT3);
        waitUntil(() -> !scenario().equals("C01"));
        waitUntil(() -> !isShown("#challengeGoal"));
        fx(() -> session().touch(new Touch.NetworkMode(true)));
        waitUntil(() -> session().branches().present().shown().isTouched());
    }
}
