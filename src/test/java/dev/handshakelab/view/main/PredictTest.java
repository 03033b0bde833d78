package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import dev.handshakelab.quiz.Question;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.view.predict.PredictViewModel;
import dev.handshakelab.view.predict.PredictViewModel.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A round of questions in the real window. */
class PredictTest extends WindowTest {
    private static final int MOST_STEPS = 100;

    @Start
    void start(Stage primary) {
        open(primary);
    }

    private PredictViewModel predict() {
        return window.predict();
    }

    private Phase phase() {
        return predict().phaseProperty().get();
    }

    private Question question() {
        return predict().questionProperty().get();
    }

    private void openScenario(String id) {
        fx(() -> session().open(ScenarioLibrary.bundled().find(id).orElseThrow()));
        waitUntil(() -> session().scenarioProperty().get().id().equals(id));
    }

    private void stepToQuestion() {
        for (int i = 0; i < MOST_STEPS && phase() != Phase.ASKING; i++) {
            robot.type(KeyCode.RIGHT);
        }
        assertThat(phase()).isEqualTo(Phase.ASKING);
    }

    private static KeyCode digit(int index) {
        return KeyCode.valueOf("DIGIT" + (index + 1));
    }

    private int wrongIndex() {
        return question().rightIndex() == 0 ? 1 : 0;
    }

    @Test
    void aWholeRoundByKeys() {
        openScenario("S12");
        robot.type(KeyCode.P);
        int asked = 0;
        while (phase() != Phase.REVIEW) {
            assertThat(asked).isLessThan(MOST_STEPS);
            switch (phase()) {
                case ASKING -> {
                    assertThat(isShown(".predict #prompt")).isTrue();
                    robot.type(digit(asked == 1 ? wrongIndex() : question().rightIndex()));
                    assertThat(isShown(".predict #verdict")).isTrue();
                    assertThat(label(".predict #verdict"))
                            .startsWith(asked == 1 ? "Wrong" : "Right");
                    asked++;
                }
                case ANSWERED -> robot.type(KeyCode.ENTER);
                case WATCHING -> robot.type(KeyCode.RIGHT);
                case OFF, REVIEW -> throw new AssertionError();
            }
        }
        assertThat(session().scenarioProperty().get().id())
                .as("digits answer, they open nothing")
                .isEqualTo("S12");
        assertThat(label(".predict #summary"))
                .isEqualTo(
                        "%d of %d right, best streak %d"
                                .formatted(asked - 1, asked, Math.max(1, asked - 2)));
        assertThat(robot.lookup(".predict-mistake").queryAll()).hasSize(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(isShown(".predict #prompt") || isShown(".predict #summary")).isFalse();
        robot.type(KeyCode.DIGIT1);
        waitUntil(() -> session().scenarioProperty().get().id().equals("S01"));
    }

    @Test
    void aWholeRoundByMouse() {
        openScenario("S21a");
        robot.clickOn("#practice");
        robot.clickOn("#practicePredict");
        List<Integer> wrongFrames = new ArrayList<>();
        int right = 0;
        while (phase() != Phase.REVIEW) {
            switch (phase()) {
                case ASKING -> {
                    boolean wrong = wrongFrames.size() <= right;
                    if (wrong) {
                        wrongFrames.add(question().frameIndex());
                    } else {
                        right++;
                    }
                    int index = wrong ? wrongIndex() : question().rightIndex();
                    robot.clickOn("#choice" + (index + 1));
                    assertThat(phase()).isEqualTo(Phase.ANSWERED);
                }
                case ANSWERED -> robot.clickOn(".predict #show");
                case WATCHING -> robot.clickOn("#forward");
                case OFF, REVIEW -> throw new AssertionError();
            }
        }
        assertThat(label(".predict #summary"))
                .startsWith("%d of %d right".formatted(right, right + wrongFrames.size()));
        List<Button> ways = new ArrayList<>(robot.lookup(".predict-go").queryAllAs(Button.class));
        assertThat(ways).hasSameSizeAs(wrongFrames);
        for (int i = 0; i < ways.size(); i++) {
            fx(ways.get(i)::fire);
            assertThat(frameIndex()).isEqualTo(wrongFrames.get(i));
        }
        robot.clickOn(".predict #close");
        assertThat(phase()).isEqualTo(Phase.OFF);
    }

    @Test
    void theFutureIsHiddenUntilTheRoundEnds() {
        openScenario("S12");
        robot.type(KeyCode.P);
        assertThat(state().predictingProperty().get()).isTrue();
        stepToQuestion();
        int before = frameIndex();
        robot.type(KeyCode.END, KeyCode.RIGHT, KeyCode.SPACE);
        assertThat(frameIndex()).isEqualTo(before);
        robot.type(KeyCode.P);
        assertThat(state().predictingProperty().get()).isFalse();
        robot.type(KeyCode.END);
        assertThat(frameIndex()).isEqualTo(timeline().lastIndex());
    }

    @Test
    void anOpenQuestionFollowsTheLanguageAndClassMode() {
        openScenario("S12");
        robot.type(KeyCode.P);
        stepToQuestion();
        String english = label(".predict #prompt");
        fx(() -> preferences().languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertThat(label(".predict #prompt")).isNotEqualTo(english).matches(".*[？]");
        robot.type(KeyCode.C);
        assertThat(state().isClassMode()).isTrue();
        assertThat(isShown(".predict #prompt")).isTrue();
        robot.type(digit(question().rightIndex()));
        assertThat(label(".predict #verdict")).startsWith("正确");
        fx(() -> preferences().languageProperty().set(Locale.ENGLISH));
        assertThat(label(".predict #verdict")).startsWith("Right");
    }

    @Test
    void aMisconceptionBehindAMistakeOpensItsPage() {
        openScenario("S12");
        robot.type(KeyCode.P);
        for (int i = 0; i < MOST_STEPS && !isShown(".predict #myth"); i++) {
            if (phase() == Phase.ASKING) {
                int misled = misled();
                robot.type(digit(misled < 0 ? question().rightIndex() : misled));
            } else if (phase() == Phase.ANSWERED) {
                fx(predict()::proceed);
            } else {
                robot.type(KeyCode.RIGHT);
            }
        }
        String said = robot.lookup(".predict #myth").<Labeled>query().getText();
        robot.clickOn(".predict #myth");
        waitUntil(() -> isShown(".myths"));
        assertThat(robot.lookup(".myth-card").queryAll()).hasSize(1);
        String claim = robot.lookup(".myth-card .claim").<Labeled>query().getText();
        assertThat(said).startsWith("Often said");
        assertThat(claim).isNotBlank();
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> !robot.lookup("#modal").<ModalPane>query().isDisplay());
        assertThat(phase()).as("the round goes on").isEqualTo(Phase.ANSWERED);
    }

    /** A choice that comes from a popular misconception; -1 if there is none. */
    private int misled() {
        for (int i = 0; i < question().choices().size(); i++) {
            var mistake = question().choices().get(i).mistake();
            if (mistake != null && mistake.misconceptionId() != null) {
                return i;
            }
        }
        return -1;
    }
}
