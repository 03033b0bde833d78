package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Misconceptions;
import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/**
 * What one opens to learn more: popular mistakes, the comparison, the terms, the pages on the
 * right.
 */
class LearnTest extends WindowTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    private boolean isCovered() {
        return isShown(".card-over");
    }

    private String scenario() {
        return session().scenarioProperty().get().id();
    }

    @Test
    void showMeStopsAtTheMomentThatRefutesEachMistake() {
        List<Misconception> all = Misconceptions.all();
        assertThat(all).hasSize(30);
        for (int i = 0; i < all.size(); i++) {
            Misconception myth = all.get(i);
            robot.type(KeyCode.M);
            waitUntil(this::isCovered);
            List<Button> buttons =
                    new ArrayList<>(robot.lookup(".myth-show").queryAllAs(Button.class));
            assertThat(buttons).hasSize(30);
            fx(buttons.get(i)::fire);
            waitUntil(() -> scenario().equals(myth.scenario()) && isShown(".myth-banner"));
            OptionalInt moment = Misconceptions.locate(myth, session().storyProperty().get().run());
            assertThat(moment).as(myth.id()).isPresent();
            assertThat(frameIndex()).as(myth.id()).isEqualTo(moment.getAsInt());
            assertThat(badge(Side.A)).as(myth.id()).isEqualTo(myth.moment().a().rfcName());
            assertThat(badge(Side.B)).as(myth.id()).isEqualTo(myth.moment().b().rfcName());
            assertThat(isCovered()).as("the card is gone").isFalse();
        }
    }

    @Test
    void anotherStoryEndsTheBanner() {
        robot.type(KeyCode.M);
        waitUntil(this::isCovered);
        fx(robot.lookup(".myth-show").queryAllAs(Button.class).iterator().next()::fire);
        waitUntil(() -> isShown(".myth-banner"));
        robot.type(KeyCode.DIGIT2);
        waitUntil(() -> scenario().equals("S12") && !isShown(".myth-banner"));
    }

    @Test
    void theComparisonFirstShowsTheServerStrandedWithTwoSegments() {
        robot.clickOn("#compare");
        waitUntil(() -> isShown("#twinTcp") && isShown("#twinVariant"));
        waitUntil(() -> label("#twinTcp #badgeB").equals("LISTEN"));
        assertThat(label("#twinTcp #badgeA")).isEqualTo("CLOSED");
        assertThat(label("#twinVariant #badgeA")).isEqualTo("CLOSED");
        assertThat(label("#twinVariant #badgeB")).isEqualTo("ESTABLISHED");
        int before = frameIndex();
        robot.type(KeyCode.HOME);
        waitUntil(() -> label("#twinVariant #badgeB").equals("CLOSED"));
        assertThat(frameIndex()).as("the story behind it stays where it was").isEqualTo(before);
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> !isCovered());
        robot.type(KeyCode.RIGHT);
        assertThat(frameIndex()).isEqualTo(before + 1);
    }

    @Test
    void theTermsOpenAndClose() {
        robot.type(KeyCode.G);
        waitUntil(() -> isShown(".glossary"));
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> !isCovered());
    }

    @Test
    void eachPageOnTheRightFollowsTheStep() {
        TabPane pages = robot.lookup(".details").query();
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        for (int i = 0; i < pages.getTabs().size(); i++) {
            int page = i;
            fx(() -> pages.getSelectionModel().select(page));
            assertThat(pages.getTabs().get(i).getContent()).as("page %d", i).isNotNull();
        }
        assertThat(texts(".details")).anyMatch(text -> text.contains("SND.UNA"));
    }

    @Test
    void aFlippedRuleRunsThePresentStoryAgainAtOnce() {
        openScenario("S05a");
        assertThat(fires(Rule.R_SYNRCVD_SYNACK_CROSS)).isTrue();
        TabPane pages = robot.lookup(".details").query();
        fx(() -> pages.getSelectionModel().selectLast());
        waitUntil(() -> isShown("#linuxRules"));
        // The first card is decision D1, step 1 to the letter.
        fx(literally()::fire);
        waitUntil(() -> !fires(Rule.R_SYNRCVD_SYNACK_CROSS));
        assertThat(scenario()).isEqualTo("S05a");
        assertThat(timeline().frames().getLast().a().state()).isEqualTo(TcpState.ESTABLISHED);

        robot.clickOn("#quickS01");
        waitUntil(() -> scenario().equals("S01"));
        assertThat(session().storyProperty().get().overlay()).isEqualTo(OptionsOverlay.NONE);
    }

    private ToggleButton literally() {
        return robot.lookup(".decision .toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(button -> button.getText().equals("on"))
                .findFirst()
                .orElseThrow();
    }

    private void openScenario(String id) {
        fx(() -> session().open(ScenarioLibrary.bundled().find(id).orElseThrow()));
        waitUntil(() -> scenario().equals(id));
    }

    private boolean fires(Rule rule) {
        return timeline().frames().stream()
                .flatMap(frame -> frame.facts().stream())
                .anyMatch(fact ->
                        fact instanceof Fact.RuleFired fired && fired.firing().rule() == rule);
    }
}
