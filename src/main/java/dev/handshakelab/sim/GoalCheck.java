package dev.handshakelab.sim;

import dev.handshakelab.sim.ScriptStep.Condition;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something that a story should come to.
 *
 * @param conditions all of them must be true at the same time
 * @param moment when
 */
public record GoalCheck(List<Condition> conditions, Moment moment) {
    public GoalCheck {
        conditions = List.copyOf(conditions);
    }

    /** When a goal must be true. */
    public enum Moment {
        /** At the end. */
        AT_THE_END,
        /** After at least one frame. */
        ONCE
    }

    public static GoalCheck atTheEnd(Condition... conditions) {
        return new GoalCheck(List.of(conditions), Moment.AT_THE_END);
    }

    public static GoalCheck once(Condition... conditions) {
        return new GoalCheck(List.of(conditions), Moment.ONCE);
    }

    public boolean isReached(Run run) {
        return switch (moment) {
            case AT_THE_END -> Conditions.holdAll(run.last(), conditions);
            case ONCE -> firstFrame(run).isPresent();
        };
    }

    /** The first frame after which the conditions are true, whatever comes later. */
    public OptionalInt firstFrame(Run run) {
        return run.worlds()
                .filter(world -> Conditions.holdAll(world, conditions))
                .mapToInt(World::steps)
                .findFirst();
    }
}
