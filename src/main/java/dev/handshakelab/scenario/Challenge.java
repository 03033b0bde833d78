package dev.handshakelab.scenario;

import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Run;
import java.util.List;
import java.util.OptionalInt;

/**
 * A story that the learner must turn into another one.
 *
 * @param id a short name such as {@code C03}
 * @param difficulty 1 to 3
 * @param start what the story starts from
 * @param allowed which touches are allowed
 * @param goal what must be seen, in this order; two may be seen in the same frame
 * @param solution touches that solve it
 * @param fewest how many touches are needed at least, as far as is known
 */
public record Challenge(
        String id,
        int difficulty,
        Plan start,
        Allowance allowed,
        List<Achievement> goal,
        List<RecordedTouch> solution,
        int fewest) {
    /** How difficult the hardest ones are. */
    public static final int HARDEST = 3;

    public Challenge {
        goal = List.copyOf(goal);
        solution = List.copyOf(solution);
    }

    /**
     * Whether a run solves it.
     *
     * @return the frame in which the last part of the goal is seen; empty if it is not solved
     */
    public OptionalInt solvedAt(Run run) {
        int frame = 0;
        for (Achievement part : goal) {
            OptionalInt seen = part.firstFrame(run, frame);
            if (seen.isEmpty()) {
                return OptionalInt.empty();
            }
            frame = seen.getAsInt();
        }
        return OptionalInt.of(frame);
    }

    /** The parts of a challenge's text. */
    public enum Part {
        TITLE("title"),
        /** What must be brought about. */
        GOAL("goal"),
        /** Where to look first. */
        HINT_1("hint1"),
        /** What to do. */
        HINT_2("hint2"),
        /** What happened and why, for those who have solved it. */
        SOLVED("solved");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    /** The key of a text in the message bundles, for example {@code challenge.C03.goal}. */
    public String key(Part part) {
        return "challenge." + id + "." + part.word;
    }
}
