package dev.handshakelab.quiz;

import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything worth asking about a step. */
public final class Questions {
    private Questions() {}

    /**
     * The questions about what a frame brings, the one most worth asking first; none where no
     * machine acts, as in a capture.
     *
     * @param frameIndex the frame that holds the answers, 1 to the last one
     */
    public static List<Question> about(Timeline timeline, int frameIndex) {
        List<Question> questions = new ArrayList<>();
        Happening.of(timeline, frameIndex).ifPresent(h -> addTo(questions, h));
        questions.sort(Comparator.comparingDouble(Question::worth).reversed());
        return List.copyOf(questions);
    }

    private static void addTo(List<Question> questions, Happening h) {
        if (h.cause() instanceof Fact.Crashed || h.cause() instanceof Fact.CableChanged) {
            Happening.of(h.timeline(), h.frame().index(), h.side().other())
                    .flatMap(StateQuestions::askUnnoticed)
                    .ifPresent(questions::add);
            return;
        }
        if (!(h.cause() instanceof Fact.Arrived
                || h.cause() instanceof Fact.Called
                || h.cause() instanceof Fact.TimerFired)) {
            return;
        }
        Stream.of(
                        WaitQuestions.ask(h),
                        StateQuestions.ask(h),
                        AcceptanceQuestions.ask(h),
                        AnswerQuestions.askSent(h),
                        NewsQuestions.askReturned(h),
                        AnswerQuestions.askNumber(h),
                        TimerQuestions.askRto(h),
                        TimerQuestions.askTimers(h),
                        NewsQuestions.askTold(h))
                .flatMap(Optional::stream)
                .forEach(questions::add);
    }
}
