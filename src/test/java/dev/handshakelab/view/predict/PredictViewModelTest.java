package dev.handshakelab.view.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.playback.Branches;
import dev.handshakelab.playback.Player;
import dev.handshakelab.quiz.Question;
import dev.handshakelab.quiz.QuizRuns;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.predict.PredictViewModel.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PredictViewModelTest {
    private final Player player = new Player();
    private final List<String> opened = new ArrayList<>();
    private final PredictViewModel model = new PredictViewModel(player, this::bookmark);

    private Consumer<Runnable> bookmark() {
        Timeline timeline = player.getTimeline();
        return then -> {
            opened.add("again");
            player.open(timeline);
            then.run();
        };
    }

    @BeforeEach
    void openNormalClose() {
        player.open(run("S12").timeline());
    }

    private static Run run(String id) {
        return Simulation.run(ScenarioLibrary.bundled().find(id).orElseThrow().plan());
    }

    private Phase phase() {
        return model.phaseProperty().get();
    }

    private Question question() {
        return model.questionProperty().get();
    }

    private void stepToQuestion() {
        for (int i = 0; i < 200 && phase() != Phase.ASKING; i++) {
            if (phase() == Phase.ANSWERED) {
                model.proceed();
            } else {
                player.step(1);
            }
        }
        assertThat(phase()).isEqualTo(Phase.ASKING);
    }

    private int wrongIndex() {
        return question().rightIndex() == 0 ? 1 : 0;
    }

    /** Answers until the round is over; every second answer is wrong. */
    private int playThrough() {
        int asked = 0;
        while (phase() != Phase.REVIEW) {
            switch (phase()) {
                case ASKING -> {
                    model.answer(asked % 2 == 0 ? question().rightIndex() : wrongIndex());
                    asked++;
                }
                case ANSWERED -> model.proceed();
                case WATCHING -> player.step(1);
                case OFF, REVIEW -> throw new AssertionError();
            }
        }
        return asked;
    }

    @Nested
    class AnOpenQuestion {
        @BeforeEach
        void ask() {
            model.begin();
            stepToQuestion();
        }

        @Test
        void isAskedRightBeforeItsStep() {
            assertThat(player.getFrameIndex()).isEqualTo(question().frameIndex() - 1);
            assertThat(model.chosenProperty().get()).isNegative();
            assertThat(model.takesDigits()).isTrue();
        }

        @Test
        void keepsBackWhatFollows() {
            int before = player.getFrameIndex();
            player.step(1);
            player.last();
            player.seekTime(Long.MAX_VALUE);
            player.seekStory(Double.MAX_VALUE);
            player.play();
            player.tick(60_000_000_000L);
            assertThat(player.getFrameIndex()).isEqualTo(before);
            assertThat(phase()).isEqualTo(Phase.ASKING);
        }

        @Test
        void isNotGivenAwayByTheUnknownChoice() {
            model.answer(question().choices().size());
            assertThat(phase()).isEqualTo(Phase.ASKING);
        }

        @Test
        void waitsWhileOneLooksBack() {
            while (player.getFrameIndex() == 0) {
                model.skip();
                stepToQuestion();
            }
            Question asked = question();
            player.step(-1);
            assertThat(phase()).isEqualTo(Phase.WATCHING);
            assertThat(model.takesDigits()).isFalse();
            player.step(1);
            assertThat(question()).isEqualTo(asked);
            assertThat(phase()).isEqualTo(Phase.ASKING);
        }

        @Test
        void isPassedOverByLeaving() {
            Question asked = question();
            assertThat(model.leave()).isTrue();
            assertThat(player.getFrameIndex()).isEqualTo(asked.frameIndex());
            assertThat(model.scoreProperty().get()).isEqualTo(Score.NONE);
        }

        @Test
        void endsWithTheRound() {
            model.toggle();
            assertThat(phase())
                    .as("nothing was answered, so nothing is reviewed")
                    .isEqualTo(Phase.OFF);
            player.last();
            assertThat(player.getFrameIndex()).isEqualTo(player.getTimeline().lastIndex());
        }

        @Test
        void givesWayToAnotherStory() {
            player.open(run("S21a").timeline());
            stepToQuestion();
            assertThat(question().choices()).isNotEmpty();
            assertThat(player.getFrameIndex()).isEqualTo(question().frameIndex() - 1);
        }

        @Test
        void countsWhenAnsweredRight() {
            model.answer(question().rightIndex());
            assertThat(phase()).isEqualTo(Phase.ANSWERED);
            assertThat(model.scoreProperty().get()).isEqualTo(new Score(1, 1, 1, 1));
            assertThat(model.missed()).isEmpty();
            model.answer(wrongIndex());
            assertThat(model.scoreProperty().get().asked()).as("once is enough").isEqualTo(1);
        }

        @Test
        void isRememberedWhenAnsweredWrong() {
            Question asked = question();
            int wrong = wrongIndex();
            model.answer(wrong);
            assertThat(model.scoreProperty().get()).isEqualTo(new Score(1, 0, 0, 0));
            assertThat(model.missed())
                    .singleElement()
                    .satisfies(missed -> {
                        assertThat(missed.question()).isEqualTo(asked);
                        assertThat(missed.chosen()).isEqualTo(asked.choices().get(wrong));
                    });
        }

        @Test
        void showsItsStepWhenAnswered() {
            Question asked = question();
            model.answer(0);
            assertThat(model.isShown()).isFalse();
            model.proceed();
            assertThat(player.getFrameIndex()).isEqualTo(asked.frameIndex());
        }
    }

    @Test
    void playsOnAfterAnAnswerIfTheStoryWasPlaying() {
        model.begin();
        player.play();
        for (int i = 0; i < 10_000 && player.isPlaying(); i++) {
            player.tick(20_000_000);
        }
        assertThat(phase()).isEqualTo(Phase.ASKING);
        assertThat(player.isPlaying()).isFalse();
        model.answer(0);
        model.proceed();
        assertThat(player.isPlaying()).isTrue();
    }

    @Test
    void theReviewHasEveryMistakeAndLeadsBackToIt() {
        model.begin();
        int asked = playThrough();
        Score score = model.scoreProperty().get();
        assertThat(asked).isGreaterThan(3);
        assertThat(score.asked()).isEqualTo(asked);
        assertThat(score.right()).isEqualTo((asked + 1) / 2);
        assertThat(score.bestStreak()).isEqualTo(1);
        assertThat(model.missed()).hasSize(asked / 2);
        for (Missed missed : model.missed()) {
            model.goTo(missed);
            assertThat(player.getFrameIndex()).isEqualTo(missed.question().frameIndex());
            assertThat(phase()).isEqualTo(Phase.REVIEW);
        }
        assertThat(opened).isEmpty();
        player.open(run("S21a").timeline());
        model.goTo(model.missed().getFirst());
        assertThat(opened).containsExactly("again");
        assertThat(model.leave()).isTrue();
        assertThat(phase()).isEqualTo(Phase.OFF);
        assertThat(model.leave()).isFalse();
    }

    @Test
    void aRoundGoesOnThroughOtherStoriesAndAsksLessOfWhatIsKnown() {
        model.begin();
        stepToQuestion();
        Question first = question();
        model.answer(first.rightIndex());
        player.open(run("S13").timeline());
        stepToQuestion();
        assertThat(model.scoreProperty().get().asked()).isEqualTo(1);
    }

    @Test
    void everyScenarioAndManyTouchedRunsCanBePlayedThrough() {
        List<Run> runs = new ArrayList<>(QuizRuns.bundled().values());
        for (int seed = 0; seed < 60; seed++) {
            runs.add(QuizRuns.touched(seed));
        }
        for (Run run : runs) {
            player.open(run.timeline());
            model.begin();
            for (int i = 0; i < 5_000 && !player.atEndProperty().get(); i++) {
                switch (phase()) {
                    case ASKING -> model.answer(i % 2);
                    case ANSWERED -> model.proceed();
                    case WATCHING -> player.step(1);
                    case OFF, REVIEW -> throw new AssertionError();
                }
            }
            assertThat(player.atEndProperty().get()).isTrue();
            model.close();
        }
    }

    @Test
    void aTouchGoesOnFromWhereItWasMade() {
        Run touched = QuizRuns.touched(7);
        Branches branches = new Branches(player);
        branches.open(touched, List.of());
        model.begin();
        int middle = touched.timeline().lastIndex() / 2;
        while (player.getFrameIndex() < middle) {
            switch (phase()) {
                case ASKING -> model.skip();
                case ANSWERED -> model.proceed();
                case WATCHING -> player.step(1);
                case OFF, REVIEW -> throw new AssertionError();
            }
        }
        int at = player.getFrameIndex();
        long now = player.getTimeline().frame(at).atNanos();
        assertThat(branches.touch(at, now, new Touch.Act(new Action.Crash(Side.A, false))))
                .isTrue();
        assertThat(player.getFrameIndex()).isEqualTo(at + 1);
        player.last();
        assertThat(player.limitProperty().get()).isGreaterThan(at);
    }
}
