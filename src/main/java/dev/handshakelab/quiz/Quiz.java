package dev.handshakelab.quiz;

import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The questions of a whole story, at most one before a step: the most telling ones, never the same
 * situation twice, and no topic over and over.
 *
 * @param questions in the order of the frames
 */
public record Quiz(List<Question> questions) {
    /** By how much each question makes the next one of its topic less worth. */
    private static final double TIRED = 1.5;

    /** How far chance may change a worth, so that alike stories do not ask alike. */
    private static final double WHIM = 4;

    /** By how much a question is less worth that was answered right in an earlier story. */
    private static final double MASTERED = 5;

    private static final double LEAST_WORTH = 6.5;

    /** How much more a question must be worth that comes right after another one. */
    private static final double BREATH = 2.5;

    public Quiz {
        questions = List.copyOf(questions);
    }

    /** Chooses the questions of a story for somebody who has answered none yet. */
    public static Quiz of(Timeline timeline) {
        return of(timeline, Set.of());
    }

    /**
     * Chooses the questions of a story.
     *
     * @param mastered what was answered right in earlier stories, and is asked again only if
     *     nothing else is left to ask about a telling step
     */
    public static Quiz of(Timeline timeline, Set<Situation> mastered) {
        List<Question> chosen = new ArrayList<>();
        Set<Situation> known = new HashSet<>();
        Map<Topic, Integer> asked = new EnumMap<>(Topic.class);
        Random chance = new Random(31 * timeline.endNanos() + timeline.lastIndex());
        for (int frame = 1; frame <= timeline.lastIndex(); frame++) {
            Question best = null;
            boolean rests = !chosen.isEmpty() && chosen.getLast().frameIndex() == frame - 1;
            double most = LEAST_WORTH + (rests ? BREATH : 0);
            for (Question question : Questions.about(timeline, frame)) {
                double worth =
                        question.worth()
                                - (mastered.contains(question.situation()) ? MASTERED : 0)
                                - TIRED * asked.getOrDefault(question.topic(), 0)
                                + WHIM * chance.nextDouble();
                if (worth > most && !known.contains(question.situation())) {
                    best = question;
                    most = worth;
                }
            }
            if (best != null) {
                chosen.add(best);
                known.add(best.situation());
                asked.merge(best.topic(), 1, Integer::sum);
            }
        }
        return new Quiz(chosen);
    }

    /** The first question about a frame after this one; empty if there is none. */
    public Optional<Question> after(int frameIndex) {
        return questions.stream()
                .filter(question -> question.frameIndex() > frameIndex)
                .findFirst();
    }
}
