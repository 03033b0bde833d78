package dev.handshakelab.scenario;

import dev.handshakelab.sim.Conditions;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.ScriptStep.Condition;
import dev.handshakelab.sim.World;
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
    private static final int NONE = -1;

    public Achievement {
        conditions = List.copyOf(conditions);
        rules = List.copyOf(rules);
    }

    /** The first frame, from a given one on, in which it is seen. */
    public OptionalInt firstFrame(Run run, int from) {
        List<Frame> frames = run.timeline().frames();
        int last = run.timeline().lastIndex();
        int candidate = NONE;
        int index = 0;
        // One walk through the worlds: each of them is made anew.
        for (World world : (Iterable<World>) run.worlds()::iterator) {
            int present = index++;
            boolean holds = Conditions.holdAll(world, conditions);
            if (candidate != NONE) {
                if (frames.get(present).atNanos() >= frames.get(candidate).atNanos() + forNanos) {
                    return OptionalInt.of(candidate);
                }
                candidate = holds ? candidate : NONE;
            }
            boolean inTime = present >= from && (!atTheEnd || present == last);
            if (candidate == NONE && holds && inTime && appliesRules(frames.get(present))) {
                candidate = present;
                if (forNanos == 0) {
                    return OptionalInt.of(candidate);
                }
            }
        }
        return candidate == NONE ? OptionalInt.empty() : OptionalInt.of(candidate);
    }

    private boolean appliesRules(Frame frame) {
        return rules.stream().allMatch(rule -> isApplied(frame, rule));
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
}
