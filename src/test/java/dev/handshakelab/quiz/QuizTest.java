package dev.handshakelab.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.Misconceptions;
import dev.handshakelab.sim.Run;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuizTest {
    private static final int LEAST_DISTINCT = 300;
    private static final int TOUCHED_RUNS = 300;
    private static final Map<String, Run> BUNDLED = QuizRuns.bundled();

    private static Stream<Question> all(Timeline timeline) {
        return IntStream.rangeClosed(1, timeline.lastIndex())
                .boxed()
                .flatMap(frame -> Questions.about(timeline, frame).stream());
    }

    @Test
    void theScenariosAskAtLeastThreeHundredDistinctQuestions() {
        Set<Situation> asked = new LinkedHashSet<>();
        Set<Situation> possible = new LinkedHashSet<>();
        for (Run run : BUNDLED.values()) {
            // As in one sitting, all of it answered right.
            List<Question> questions = Quiz.of(run.timeline(), asked).questions();
            questions.forEach(question -> asked.add(question.situation()));
            all(run.timeline()).forEach(question -> possible.add(question.situation()));
        }
        assertThat(asked).as("asked %s", byTopic(asked)).hasSizeGreaterThan(LEAST_DISTINCT);
        assertThat(possible).containsAll(asked);
        assertThat(byTopic(asked)).containsOnlyKeys(Topic.values());
    }

    private static Map<Topic, Long> byTopic(Set<Situation> situations) {
        return situations.stream()
                .collect(
                        Collectors.groupingBy(
                                Situation::topic, TreeMap::new, Collectors.counting()));
    }

    @Test
    void onlyTheRightAnswerIsTrueInEveryScenario() {
        int checked = 0;
        for (Run run : BUNDLED.values()) {
            Timeline timeline = run.timeline();
            for (Question question : all(timeline).toList()) {
                new AnswerCheck(timeline, question).assertOnlyTheRightOneIsTrue();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(LEAST_DISTINCT);
    }

    @Test
    void onlyTheRightAnswerIsTrueInRunsThatWereTouchedAndByOtherRules() {
        int checked = 0;
        for (int seed = 0; seed < TOUCHED_RUNS; seed++) {
            Timeline timeline = QuizRuns.touched(seed).timeline();
            for (Question question : all(timeline).toList()) {
                new AnswerCheck(timeline, question).assertOnlyTheRightOneIsTrue();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(TOUCHED_RUNS);
    }

    @Test
    void everyMistakeIsOfferedSomewhereAndEveryMisconceptionExists() {
        Set<Mistake> offered = EnumSet.noneOf(Mistake.class);
        int known = 0;
        int questions = 0;
        for (Run run : BUNDLED.values()) {
            for (Question question : all(run.timeline()).toList()) {
                List<Mistake> mistakes = new ArrayList<>();
                question.choices().stream()
                        .map(Choice::mistake)
                        .filter(Objects::nonNull)
                        .forEach(mistakes::add);
                offered.addAll(mistakes);
                questions++;
                known +=
                        mistakes.stream().anyMatch(mistake -> mistake.misconceptionId() != null)
                                ? 1
                                : 0;
            }
        }
        assertThat(offered).containsExactlyInAnyOrder(Mistake.values());
        for (Mistake mistake : Mistake.values()) {
            if (mistake.misconceptionId() != null) {
                assertThat(Misconceptions.find(mistake.misconceptionId())).isPresent();
            }
        }
        assertThat(known).isGreaterThan(questions / 3);
    }

    @Test
    void notEveryStepIsAskedAbout() {
        for (Run run : BUNDLED.values()) {
            int asked = Quiz.of(run.timeline()).questions().size();
            assertThat(asked).isLessThanOrEqualTo(run.timeline().lastIndex() * 3 / 4 + 1);
        }
    }

    @Test
    void aRunIsAskedOncePerStepAndNeverTheSameTwice() {
        for (Run run : BUNDLED.values()) {
            List<Question> questions = Quiz.of(run.timeline()).questions();
            assertThat(questions).extracting(Question::frameIndex).isSorted();
            assertThat(questions).extracting(Question::frameIndex).doesNotHaveDuplicates();
            assertThat(questions).extracting(Question::situation).doesNotHaveDuplicates();
        }
    }

    @Test
    void theSameRunGivesTheSameQuestionsInTheSameOrder() {
        for (Run run : BUNDLED.values()) {
            assertThat(Quiz.of(run.timeline())).isEqualTo(Quiz.of(run.timeline()));
        }
    }

    @Test
    void theRightAnswerStandsInEveryPlace() {
        Set<Integer> places = new HashSet<>();
        BUNDLED.values().stream()
                .flatMap(run -> Quiz.of(run.timeline()).questions().stream())
                .forEach(question -> places.add(question.rightIndex()));
        assertThat(places).containsExactlyInAnyOrder(0, 1, 2, 3);
    }
}
