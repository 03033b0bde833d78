package dev.handshakelab.sim;

import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a segment that a host sends. Every rule counts every segment that fits
 * it, also those that an earlier rule has decided on: "the second SYN" stays the second whatever
 * happened to the first.
 */
final class FaultDesk {
    private final List<FaultRule> rules;
    private final LinkRandom random;
    private final List<Integer> fits;

    FaultDesk(List<FaultRule> rules, List<Integer> fits, LinkRandom random) {
        this.rules = new ArrayList<>(rules);
        this.random = random;
        this.fits = new ArrayList<>(fits);
    }

    /** The rules in the order in which they are asked. */
    List<FaultRule> rules() {
        return rules;
    }

    /** Puts a rule before all others; it has seen no segment yet. */
    void add(FaultRule rule) {
        rules.addFirst(rule);
        fits.addFirst(0);
    }

    /** How many segments have fitted each rule. */
    List<Integer> fits() {
        return fits;
    }

    /** A decision in which chance has no part any more. */
    sealed interface Decision {
        record Arrive(long extraNanos) implements Decision {}

        record ArriveTwice(long laterNanos) implements Decision {}

        record Lose() implements Decision {}

        record Keep() implements Decision {}
    }

    private static final Decision AS_USUAL = new Decision.Arrive(0);

    /** The decision of the first rule that makes one. */
    Decision decide(long atNanos, Side from, Segment segment, boolean retransmission) {
        Decision decision = null;
        for (int i = 0; i < rules.size(); i++) {
            FaultRule rule = rules.get(i);
            if (!fits(rule.match(), atNanos, from, segment, retransmission)) {
                continue;
            }
            int nth = fits.get(i) + 1;
            fits.set(i, nth);
            boolean concerned = rule.match().nth().isEmpty() || rule.match().nth().contains(nth);
            if (decision == null && concerned) {
                decision = judge(rule.verdict());
            }
        }
        return decision == null ? AS_USUAL : decision;
    }

    private static boolean fits(
            Match match, long atNanos, Side from, Segment segment, boolean retransmission) {
        return (match.from() == null || match.from() == from)
                && segment.flags().has(match.on())
                && segment.flags().without(match.off()).equals(segment.flags())
                && agrees(match.withText(), !segment.text().isEmpty())
                && agrees(match.retransmission(), retransmission)
                && match.fromNanos() <= atNanos
                && atNanos < match.toNanos();
    }

    private static boolean agrees(@Nullable Boolean wanted, boolean found) {
        return wanted == null || wanted == found;
    }

    /**
     * What a verdict means this time; null if chance has decided against it and later rules are
     * asked.
     */
    private @Nullable Decision judge(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass() -> AS_USUAL;
            case Verdict.Drop() -> new Decision.Lose();
            case Verdict.Delay(long extraNanos) -> new Decision.Arrive(extraNanos);
            case Verdict.Duplicate(long laterNanos) -> new Decision.ArriveTwice(laterNanos);
            case Verdict.Hold() -> new Decision.Keep();
            case Verdict.DropRandomly(double probability) ->
                    random.happens(probability) ? new Decision.Lose() : null;
            case Verdict.DuplicateRandomly(double probability, long maxLaterNanos) ->
                    random.happens(probability)
                            ? new Decision.ArriveTwice(random.upTo(maxLaterNanos))
                            : null;
            case Verdict.DelayRandomly(double probability, long maxExtraNanos) ->
                    random.happens(probability)
                            ? new Decision.Arrive(random.upTo(maxExtraNanos))
                            : null;
        };
    }
}
