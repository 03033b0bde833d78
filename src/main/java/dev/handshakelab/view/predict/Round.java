package dev.handshakelab.view.predict;

import dev.handshakelab.playback.Player;
import dev.handshakelab.quiz.Choice;
import dev.handshakelab.quiz.Question;
import dev.handshakelab.quiz.Quiz;
import dev.handshakelab.quiz.Situation;
import dev.handshakelab.timeline.Timeline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was asked and answered in a round, and what is still to be asked in the present story. */
final class Round {
    final ReadOnlyObjectWrapper<Score> score = new ReadOnlyObjectWrapper<>(Score.NONE);
    final ObservableList<Missed> missed = FXCollections.observableArrayList();
    private final Set<Situation> mastered = new HashSet<>();
    private Quiz quiz = new Quiz(List.of());

    /** Questions about this frame and earlier ones are settled. */
    private int settledUpTo;

    /** Forgets all. */
    void begin() {
        score.set(Score.NONE);
        missed.clear();
        mastered.clear();
    }

    /** Chooses the questions of a story; those up to a frame are settled. */
    void prepare(Timeline timeline, int fromFrame) {
        quiz = Quiz.of(timeline, mastered);
        settledUpTo = fromFrame;
    }

    /** Questions up to this frame are not asked any more. */
    void settle(int frame) {
        settledUpTo = Math.max(settledUpTo, frame);
    }

    Optional<Question> next() {
        return quiz.after(settledUpTo);
    }

    /** The frame before the next question's step. */
    int limit() {
        return next().map(one -> one.frameIndex() - 1).orElse(Player.NO_LIMIT);
    }

    void count(Question question, Choice choice, Supplier<Missed> mistake) {
        score.set(score.get().with(choice.isRight()));
        if (choice.isRight()) {
            mastered.add(question.situation());
        } else {
            missed.add(mistake.get());
        }
        settle(question.frameIndex());
    }

    boolean hasAsked() {
        return score.get().asked() > 0;
    }
}
