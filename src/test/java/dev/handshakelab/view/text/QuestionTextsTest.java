package dev.handshakelab.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.quiz.Choice;
import dev.handshakelab.quiz.Question;
import dev.handshakelab.quiz.Questions;
import dev.handshakelab.quiz.QuizRuns;
import dev.handshakelab.sim.Run;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTextsTest {
    private static final Pattern LEFT_OVER = Pattern.compile("\\{\\d|null|\\.\\.|。。|''");
    private static final int TOUCHED_RUNS = 40;
    private static final int LONGEST_CHOICE = 62;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyQuestionChoiceAndReasonHasItsWords(String language) {
        QuestionTexts texts = new QuestionTexts(new Messages(Locale.of(language)));
        List<Run> runs = new ArrayList<>(QuizRuns.bundled().values());
        for (int seed = 0; seed < TOUCHED_RUNS; seed++) {
            runs.add(QuizRuns.touched(seed));
        }
        int read = 0;
        for (Run run : runs) {
            Timeline timeline = run.timeline();
            for (Numbers numbers : List.of(Numbers.ABSOLUTE, Numbers.relative(timeline))) {
                for (int frame = 1; frame <= timeline.lastIndex(); frame++) {
                    for (Question question : Questions.about(timeline, frame)) {
                        read(texts, question, timeline, numbers);
                        read++;
                    }
                }
            }
        }
        assertThat(read).isGreaterThan(2_000);
    }

    private static void read(
            QuestionTexts texts, Question question, Timeline timeline, Numbers numbers) {
        check(texts.lead(question, timeline, numbers), question);
        check(texts.prompt(question), question);
        QuestionTexts.Reason reason = texts.reason(question, timeline, numbers);
        check(reason.text(), question);
        assertThat(reason.formula()).doesNotContainPattern(LEFT_OVER);
        Set<String> answers = new HashSet<>();
        for (Choice choice : question.choices()) {
            String answer = texts.answer(question, choice.answer(), numbers);
            check(answer, question);
            assertThat(answer).as("%s", question).hasSizeLessThan(LONGEST_CHOICE);
            assertThat(answers.add(answer)).as("%s twice in %s", answer, question).isTrue();
            if (!choice.isRight()) {
                check(texts.whyNot(question, choice, numbers), question);
            }
            QuestionTexts.misconception(choice)
                    .ifPresent(myth -> check(texts.claim(myth), question));
        }
    }

    private static void check(String text, Question question) {
        assertThat(text).as("%s", question).isNotBlank().doesNotContainPattern(LEFT_OVER);
    }
}
