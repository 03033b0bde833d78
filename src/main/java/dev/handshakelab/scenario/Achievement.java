package dev.handshakelab.scenario;

import dev.handshakelab.sim.Conditions;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.ScriptStep.Condition;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import java.util.List;
import java.util.OptionalInt;

/**
 * One thing that a challenge wants to see.
 *
 * @param conditions true after a frame, all at the same time
 * @param rules applied in that same frame
 * @param forNanos how long the conditions stay true from then on; if nothing more happens in the
 *     story, they stay true for ever
 * @param atTheEnd whether that frame must be the last one
 */
public record Achievement(
        List<Condition> conditions,
        List<Moment.Event.RuleApplied> rules,
        long forNanos,
        boolean atTheEnd) {
    public Achievement {
        conditions = List.copyOf(conditions);
        rules = List.copyOf(rules);
    }

    /** The first frame, from a given one on, in which it is seen. */
    public OptionalInt firstFrame(Run run, int from) {
        int last = run.timeline().lastIndex();
        for (int i = atTheEnd ? last : from; i <= last; i++) {
            if (isSeen(run, i) && lasts(run, i)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private boolean isSeen(Run run, int index) {
        Frame frame = run.timeline().frame(index);
        return rules.stream().allMatch(rule -> isApplied(frame, rule))
                && Conditions.holdAll(run.worlds().get(index), conditions);
    }

    private static boolean isApplied(Frame frame, Moment.Event.RuleApplied rule) {
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.RuleFired fired
                    && fired.side() == rule.side()
                    && fired.firing().rule() == rule.rule()) {
                return true;
            }
        }
        return false;
    }

    private boolean lasts(Run run, int from) {
        if (forNanos == 0) {
            return true;
        }
        long endNanos = run.timeline().frame(from).atNanos() + forNanos;
        for (int i = from + 1; i <= run.timeline().lastIndex(); i++) {
            if (run.timeline().frame(i).atNanos() >= endNanos) {
                return true;
            }
            if (!Conditions.holdAll(run.worlds().get(i), conditions)) {
                return false;
            }
        }
        return true;
    }
}
