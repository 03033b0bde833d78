package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** The list of what can happen next, segments from outside, and the sandbox. */
class NextTest extends WindowTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    private List<Fact> present() {
        return timeline().frame(frameIndex()).facts();
    }

    private boolean happens(Predicate<Fact> fact) {
        return timeline().frames().stream().flatMap(frame -> frame.facts().stream()).anyMatch(fact);
    }

    private void touched(Timeline before) {
        waitUntil(() -> isOtherThan(before) && !session().isTouching());
    }

    private void openList() {
        robot.type(KeyCode.N);
        waitUntil(() -> focusedId().startsWith("next-"));
    }

    private String focusedId() {
        Node focused = stage.getScene().getFocusOwner();
        return focused == null || focused.getId() == null ? "" : focused.getId();
    }

    /** Walks down the list by keys and chooses. */
    private void choose(String id) {
        robot.type(KeyCode.HOME);
        openList();
        chooseHere(id);
    }

    private void chooseHere(String id) {
        for (int i = 0; i < 40 && !focusedId().equals(id); i++) {
            robot.type(KeyCode.UP);
        }
        for (int i = 0; i < 40 && !focusedId().equals(id); i++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(focusedId()).isEqualTo(id);
        robot.type(KeyCode.ENTER);
    }

    @Test
    void whatHappensByItselfIsMarkedAndEnterLetsItHappenWithoutABranch() {
        Timeline story = timeline();
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        openList();
        assertThat(focusedId()).startsWith("next-segment");
        robot.type(KeyCode.ENTER);
        waitUntil(() -> frameIndex() == 3);
        assertThat(timeline()).isSameAs(story);
        waitUntil(() -> focusedId().startsWith("next-"));
    }

    @Test
    void aTimerFiresWhenItIsChosen() {
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        Timeline before = timeline();
        openList();
        chooseHere("next-timerARETRANSMISSION");
        touched(before);
        assertThat(present()).anyMatch(Fact.TimerFired.class::isInstance);
    }

    @Test
    void aClickMakesASegmentArrive() {
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        openList();
        robot.clickOn("#next-segment1");
        waitUntil(() -> frameIndex() == 3);
        assertThat(present()).anyMatch(Fact.Arrived.class::isInstance);
    }

    @Test
    void aStepOfTheScriptComesEarly() {
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        Timeline before = timeline();
        openList();
        chooseHere("next-script2");
        waitUntil(() -> frameIndex() == 6);
        assertThat(present()).anyMatch(Fact.Called.class::isInstance);
        assertThat(before).isNotNull();
    }

    @Test
    void aCallThatIsNotAllowedGetsItsErrorAndTheCableIsPulled() {
        Timeline before = timeline();
        choose("next-sendA");
        touched(before);
        assertThat(present())
                .anyMatch(fact ->
                        fact instanceof Fact.Told(_, _, Signal.Answered(Signal.Reply reply))
                                && reply == Signal.Reply.CONNECTION_DOES_NOT_EXIST);
        Timeline asked = timeline();
        choose("next-crashA");
        touched(asked);
        assertThat(present()).anyMatch(Fact.Crashed.class::isInstance);
        Timeline crashed = timeline();
        choose("next-cable");
        touched(crashed);
        assertThat(present()).anyMatch(Fact.CableChanged.class::isInstance);
    }

    @Test
    void theFormSaysAtOnceWhatWouldBecomeOfASegment() {
        robot.type(KeyCode.END, KeyCode.I);
        waitUntil(() -> isShown("#seq"));
        assertThat(label("#verdict")).isEqualTo("B in ESTABLISHED accepts it and stays there.");
        fx(() -> ((TextField) lookup("#seq")).setText("many"));
        assertThat(isShown("#seqProblem")).isTrue();
        assertThat(lookup("#send").isDisabled()).isTrue();
        assertThat(lookup("#seq").getStyleClass()).contains("wrong");
        robot.clickOn("#recipes");
        waitUntil(() -> isShown("#recipeRST_IN_WINDOW"));
        robot.clickOn("#recipeRST_IN_WINDOW");
        waitUntil(() -> label("#verdict").contains("challenge ACK"));
        assertThat(isShown("#seqProblem")).isFalse();
        assertThat(texts("#why")).contains("R-RST-CHALLENGE");
    }

    @Test
    void enterSendsTheSegmentAndItHappensAsForetold() {
        robot.type(KeyCode.END, KeyCode.I);
        waitUntil(() -> isShown("#seq"));
        robot.clickOn("#recipes");
        waitUntil(() -> isShown("#recipeRST_EXACT"));
        robot.clickOn("#recipeRST_EXACT");
        waitUntil(() -> label("#verdict").contains("believes the reset"));
        Timeline before = timeline();
        robot.clickOn("#seq").type(KeyCode.ENTER);
        touched(before);
        assertThat(
                        happens(fact ->
                                fact instanceof Fact.Entered(_, _, Flight flight)
                                        && flight.origin() == Flight.Origin.FORGED))
                .isTrue();
        assertThat(timeline().frame(timeline().lastIndex()).b().state()).isEqualTo(TcpState.CLOSED);
        assertThat(isShown("#seq")).isFalse();
    }

    @Test
    void escapeClosesTheFormAndChangesNothing() {
        Timeline before = timeline();
        robot.type(KeyCode.I);
        waitUntil(() -> isShown("#seq"));
        robot.clickOn("#seq").type(KeyCode.ESCAPE);
        waitUntil(() -> !isShown("#seq"));
        assertThat(timeline()).isSameAs(before);
    }

    private void openSandbox() {
        robot.press(KeyCode.SHIFT).type(KeyCode.S).release(KeyCode.SHIFT);
        waitUntil(() -> session().scenarioProperty().get().id().equals("sandbox"));
        waitUntil(() -> isShown("#invite"));
    }

    @Test
    void anEmptySandboxInvitesAndGoesWhenSomethingHappens() {
        openSandbox();
        assertThat(timeline().lastIndex()).isZero();
        robot.clickOn("#both");
        waitUntil(() -> timeline().lastIndex() > 4 && !session().isTouching());
        assertThat(timeline().frame(timeline().lastIndex()).a().state())
                .isEqualTo(TcpState.ESTABLISHED);
        waitUntil(() -> !isShown("#invite"));
    }

    @Test
    void theNetworkIsInTheLearnersHandsAndBackOnAutomatic() {
        openSandbox();
        Timeline empty = timeline();
        robot.clickOn("#networkManual");
        touched(empty);
        Timeline manual = timeline();
        fx(() ->
                window.hands()
                        .desk()
                        .act(new Action.Call(Side.A, new UserAction.Connect(Octets.EMPTY, true))));
        touched(manual);
        openList();
        Timeline held = timeline();
        chooseHere("next-segment1");
        touched(held);
        waitUntil(() -> present().stream().anyMatch(Fact.Arrived.class::isInstance));
        Timeline arrived = timeline();
        robot.clickOn("#networkAutomatic");
        touched(arrived);
        assertThat(happens(Fact.Rerouted.class::isInstance)).isTrue();
    }

    @Test
    void theSandboxPlaysByTheRulesOfLinuxToo() {
        openSandbox();
        robot.clickOn("#linux");
        waitUntil(() ->
                session().storyProperty().get().overlay().base() == OptionsOverlay.Base.LINUX_LIKE);
        assertThat(session().scenarioProperty().get().id()).isEqualTo("sandbox");
        robot.clickOn("#rfc");
        waitUntil(
                () -> session().storyProperty().get().overlay().base() == OptionsOverlay.Base.RFC);
    }
}
