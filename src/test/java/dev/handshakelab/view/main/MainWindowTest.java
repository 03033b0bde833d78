package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.settings.Theme;
import dev.handshakelab.view.text.Captions;
import dev.handshakelab.view.text.Messages;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** The real window: stories, steps, keys, language and theme. */
class MainWindowTest extends WindowTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    @Test
    void startsPausedOnTheThreeWayHandshake() {
        assertThat(session().scenarioProperty().get().id()).isEqualTo("S01");
        assertThat(session().player().isPlaying()).isFalse();
        assertThat(badge(Side.A)).isEqualTo("CLOSED");
        assertThat(label("#caption")).isNotBlank();
        assertThat(label("#step")).startsWith("Step 0 of ");
        assertThat(stage.getTitle()).isEqualTo("Handshake Lab");
    }

    @ParameterizedTest
    @CsvSource({
        "#quickS01, S01, ESTABLISHED, ESTABLISHED",
        "#quickS12, S12, CLOSED, CLOSED",
        "#quickS02, S02, ESTABLISHED, ESTABLISHED",
        "#quickS07, S07, ESTABLISHED, ESTABLISHED",
        "#quickS15, S15, CLOSED, CLOSED"
    })
    void eachQuickButtonTellsItsStoryStepByStep(
            String button, String id, String endA, String endB) {
        robot.clickOn(button);
        waitUntil(() -> session().scenarioProperty().get().id().startsWith(id));
        Timeline story = session().storyProperty().get().run().timeline();
        for (int i = 0; i <= story.lastIndex(); i++) {
            assertWindowShows(story.frame(i));
            robot.type(KeyCode.RIGHT);
        }
        assertThat(badge(Side.A)).isEqualTo(endA);
        assertThat(badge(Side.B)).isEqualTo(endB);
        for (int i = story.lastIndex(); i >= 0; i--) {
            assertWindowShows(story.frame(i));
            robot.type(KeyCode.LEFT);
        }
    }

    private void assertWindowShows(Frame frame) {
        var messages = new Messages(Locale.ENGLISH);
        assertThat(badge(Side.A)).as("step %d", frame.index()).isEqualTo(state(frame, Side.A));
        assertThat(badge(Side.B)).as("step %d", frame.index()).isEqualTo(state(frame, Side.B));
        assertThat(label("#caption")).isEqualTo(new Captions(messages).of(frame));
        assertThat(label("#step")).startsWith("Step " + frame.index() + " of ");
        assertThat(texts("#paragraphs")).isNotEmpty();
    }

    private static String state(Frame frame, Side side) {
        return frame.host(side).state().rfcName();
    }

    @Test
    void theExplanationNamesRuleSectionAndNumbers() {
        goTo(Side.A, TcpState.ESTABLISHED);
        assertThat(texts("#paragraphs"))
                .contains("R-SYNSENT-SYNACK", "RFC 9293, 3.10.7.3")
                .anyMatch(text -> text.contains("SEG.ACK=101"));
        assertThat(label("#caption")).contains("SYN,ACK SEQ=300 ACK=101");
    }

    @Test
    void theControlBlockUnfoldsAndMarksWhatChanged() {
        assertThat(lookup("#variables").isVisible()).isFalse();
        robot.clickOn("#fold");
        goTo(Side.A, TcpState.SYN_SENT);
        assertThat(lookup("#variables").isVisible()).isTrue();
        assertThat(texts("#variables")).contains("SND.NXT", "101", "IRS", "–");
    }

    @Test
    void keysMoveThroughTheStory() {
        int last = timeline().lastIndex();
        robot.type(KeyCode.END);
        assertThat(frameIndex()).isEqualTo(last);
        robot.type(KeyCode.HOME);
        assertThat(frameIndex()).isZero();
        robot.type(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_UP);
        assertThat(frameIndex()).isEqualTo(1);
        robot.type(KeyCode.SPACE);
        assertThat(session().player().isPlaying()).isTrue();
        robot.type(KeyCode.PERIOD);
        assertThat(session().player().isPlaying()).isFalse();
    }

    @Test
    void playingReachesTheEndAndStops() {
        fx(() -> session().player().setSpeed(10));
        robot.type(KeyCode.SPACE);
        waitUntil(() -> frameIndex() == timeline().lastIndex());
        waitUntil(() -> !session().player().isPlaying());
    }

    @Test
    void digitsOpenScenariosAndKeypadDigitsToo() {
        robot.type(KeyCode.DIGIT2);
        waitUntil(() -> session().scenarioProperty().get().id().equals("S12"));
        robot.type(KeyCode.NUMPAD1);
        waitUntil(() -> session().scenarioProperty().get().id().equals("S01"));
    }

    @Test
    void theTransportButtonsDoAsTheySayAndGiveTheKeysBack() {
        robot.clickOn("#forward");
        robot.clickOn("#forward");
        robot.clickOn("#back");
        assertThat(frameIndex()).isEqualTo(1);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("diagram");
        robot.clickOn("#last");
        assertThat(frameIndex()).isEqualTo(timeline().lastIndex());
        assertThat(lookup("#forward").isDisabled()).isTrue();
        robot.clickOn("#first");
        assertThat(frameIndex()).isZero();
        assertThat(lookup("#back").isDisabled()).isTrue();
    }

    @Test
    void keysThatAreTypedIntoTheSearchFieldStayThere() {
        robot.clickOn("#search").write("1 c.");
        robot.type(KeyCode.SPACE, KeyCode.HOME, KeyCode.RIGHT);
        assertThat(frameIndex()).isZero();
        assertThat(session().player().isPlaying()).isFalse();
        assertThat(state().isClassMode()).isFalse();
        assertThat(session().scenarioProperty().get().id()).isEqualTo("S01");
        assertThat(input("#search")).isEqualTo("1 c. ");
    }

    @Test
    void enterInTheSearchFieldOpensWhatFitsAndTheKeysBelongToTheDiagram() {
        robot.clickOn("#search").write("S26").type(KeyCode.ENTER);
        waitUntil(() -> session().scenarioProperty().get().id().equals("S26"));
        robot.type(KeyCode.RIGHT);
        assertThat(frameIndex()).isEqualTo(1);
    }

    @Test
    void aClickInTheListGivesTheKeysToTheDiagram() {
        robot.clickOn("Half-close");
        waitUntil(() -> session().scenarioProperty().get().id().equals("S14"));
        robot.type(KeyCode.END);
        assertThat(frameIndex()).isEqualTo(timeline().lastIndex());
    }

    @Test
    void theLanguageChangesLiveEverywhere() {
        goTo(Side.A, TcpState.SYN_SENT);
        fx(() -> preferences().languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertThat(label("#role")).isEqualTo("客户端 A");
        assertThat(robot.lookup("#quickS01").queryAs(Labeled.class).getText()).isEqualTo("三次握手");
        assertThat(label("#caption"))
                .isEqualTo(
                        new Captions(new Messages(Locale.SIMPLIFIED_CHINESE))
                                .of(timeline().frame(frameIndex())));
        assertThat(label("#step")).startsWith("第 ");
        assertThat(badge(Side.A)).isEqualTo("SYN-SENT");
        assertThat(lookup("#play").getAccessibleText()).contains("播放");
        fx(() -> preferences().languageProperty().set(Locale.ENGLISH));
        assertThat(label("#role")).isEqualTo("Client A");
    }

    @Test
    void theThemeChangesLive() {
        String light = Application.getUserAgentStylesheet();
        fx(() -> preferences().themeProperty().set(Theme.DARK));
        assertThat(Application.getUserAgentStylesheet()).isNotEqualTo(light).contains("dark");
        assertThat(stage.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
    }

    @Test
    void classModeLeavesDiagramBadgesAndCaption() {
        robot.type(KeyCode.F5);
        assertThat(state().isClassMode()).isTrue();
        for (String gone : new String[] {"#menu", "#quickBar", "#transport", "#library"}) {
            assertThat(isShown(gone)).as(gone).isFalse();
        }
        for (String stays : new String[] {"#diagram", "#caption", "#badge"}) {
            assertThat(isShown(stays)).as(stays).isTrue();
        }
        robot.type(KeyCode.ESCAPE);
        assertThat(state().isClassMode()).isFalse();
        assertThat(isShown("#library")).isTrue();
    }

    @Test
    void classModeHasLargeTextAndGivesTheWindowBackAsItWas() {
        double usual = captionFontPx();
        robot.type(KeyCode.C);
        waitUntil(() -> captionFontPx() >= 1.2 * usual);
        robot.type(KeyCode.C);
        waitUntil(() -> !stage.isFullScreen() && captionFontPx() == usual);
    }

    @Test
    void theQuickBarCutsNoWordWhenTheTextIsLarge() {
        fx(() -> preferences().textPercentProperty().set(150));
        waitUntil(() -> buttonCompare().getContentDisplay() == ContentDisplay.GRAPHIC_ONLY);
        fx(() -> stage.getScene().getRoot().layout());
        for (Labeled story : robot.lookup("#quick .toggle-button").queryAllAs(Labeled.class)) {
            assertThat(story.getWidth())
                    .as(story.getText())
                    .isGreaterThanOrEqualTo(Math.floor(story.prefWidth(-1)));
        }
        fx(() -> preferences().textPercentProperty().set(100));
        waitUntil(() -> buttonCompare().getContentDisplay() == ContentDisplay.LEFT);
    }

    private Labeled buttonCompare() {
        return robot.lookup("#compare").queryAs(Labeled.class);
    }

    private double captionFontPx() {
        return robot.lookup("#caption").queryAs(Labeled.class).getFont().getSize();
    }

    @Test
    void theOverviewOfKeysOpensAndCloses() {
        robot.type(KeyCode.F1);
        waitUntil(() -> isShown("#keysTable"));
        assertThat(texts("#keysTable")).contains("One step forward", "1 – 9");
        robot.type(KeyCode.RIGHT);
        assertThat(frameIndex()).isZero();
        robot.clickOn(".card-over #close");
        waitUntil(() -> !isShown("#keysTable"));
    }

    @Test
    void textGrowsAsAWhole() {
        double before = lookup("#caption").getBoundsInParent().getHeight();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.EQUALS, 5);
        robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(preferences().textPercentProperty().get()).isEqualTo(150);
        fx(() -> stage.getScene().getRoot().layout());
        assertThat(lookup("#caption").getBoundsInParent().getHeight()).isGreaterThan(before);
    }

    private void goTo(Side side, TcpState state) {
        fx(() -> session().player().first());
        int last = timeline().lastIndex();
        for (int i = 0; i < last && !badge(side).equals(state.rfcName()); i++) {
            robot.type(KeyCode.RIGHT);
        }
        assertThat(badge(side)).isEqualTo(state.rfcName());
    }
}
