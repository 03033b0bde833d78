package dev.handshakelab.quiz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Gathers what a question offers: the right answer and wrong ones, the most tempting first. */
final class Choices {
    private static final int MOST_WRONG = 3;

    private final Answer right;
    private final List<Choice> wrong = new ArrayList<>();

    Choices(Answer right) {
        this.right = right;
    }

    /** Offers a wrong answer, unless it is the right one or offered already. */
    Choices not(Answer answer, Mistake mistake) {
        boolean known = wrong.stream().anyMatch(choice -> choice.answer().equals(answer));
        if (!known && !answer.equals(right) && wrong.size() < MOST_WRONG) {
            wrong.add(new Choice(answer, mistake));
        }
        return this;
    }

    Choices notIf(boolean fits, Answer answer, Mistake mistake) {
        return fits ? not(answer, mistake) : this;
    }

    Answer right() {
        return right;
    }

    boolean isEmpty() {
        return wrong.isEmpty();
    }

    /** All of them in an order that depends on the seed alone. */
    List<Choice> shuffled(long seed) {
        List<Choice> all = new ArrayList<>(wrong);
        all.addFirst(new Choice(right, null));
        Random chance = new Random(seed);
        for (int i = all.size() - 1; i > 0; i--) {
            Collections.swap(all, i, chance.nextInt(i + 1));
        }
        return all;
    }
}
