package dev.handshakelab.quiz;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.timeline.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about what a step will do.
 *
 * @param topic what is asked
 * @param frameIndex the frame that holds the answer; it is asked before that frame
 * @param side the host that it is about
 * @param situation what makes it another question than others
 * @param rule the rule that decides; null: the most important one of the frame
 * @param choices two to four, exactly one of them right
 * @param worth how much it is worth asking: the higher the sooner
 */
public record Question(
        Topic topic,
        int frameIndex,
        Side side,
        Situation situation,
        @Nullable Rule rule,
        List<Choice> choices,
        double worth) {
    public Question {
        choices = List.copyOf(choices);
    }

    /** The place of the right answer among the choices, from 0. */
    public int rightIndex() {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).isRight()) {
                return i;
            }
        }
        throw new IllegalStateException("no right answer: " + this);
    }

    public Answer right() {
        return choices.get(rightIndex()).answer();
    }
}
