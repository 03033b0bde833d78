package dev.handshakelab.sim.twins;

import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.Run;
import dev.handshakelab.tcp.Variant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One story, once by the rules of TCP and once with a rule replaced: the same seed, network, script
 * and touches.
 *
 * @param variants the rules replaced in the second run, at both hosts; empty: the two are courses
 *     of one plan that were touched differently
 * @param tcp the run by the rules, or the first of the courses
 * @param variant the run that is not TCP, or the second of the courses
 * @param aligned both on one clock: the first is {@code tcp}
 * @param difference where they part; empty if they never do
 * @param costs what the variant does wrong, the worst first; empty if it does no harm in this story
 */
public record Twins(
        Set<Variant> variants,
        Run tcp,
        Run variant,
        Alignment aligned,
        Optional<Difference> difference,
        List<Cost> costs) {
    public Twins {
        variants = Set.copyOf(variants);
        costs = List.copyOf(costs);
    }

    /** Runs a plan twice; whatever variants the plan has itself are put aside. */
    public static Twins of(Plan plan, Variant variant) {
        return of(plan, Set.of(variant), List.of());
    }

    /**
     * Runs a plan twice.
     *
     * @param variants at least one
     * @param touches what was done to the story, in the order of time
     * @throws IllegalArgumentException without a variant
     */
    public static Twins of(Plan plan, Set<Variant> variants, List<TimedTouch> touches) {
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("no variant");
        }
        Run tcp = run(plan, Set.of(), touches);
        Run variant = run(plan, variants, touches);
        Alignment aligned = Alignment.of(tcp.timeline(), variant.timeline());
        Optional<Difference> difference = Difference.first(aligned);
        List<Cost> costs =
                difference
                        .map(from -> Costs.of(tcp, variant, aligned, from.frame()))
                        .orElse(List.of());
        return new Twins(variants, tcp, variant, aligned, difference, costs);
    }

    /** Two courses of one plan, side by side; no rule is replaced, and none costs anything. */
    public static Twins between(Run first, Run second) {
        Alignment aligned = Alignment.of(first.timeline(), second.timeline());
        return new Twins(Set.of(), first, second, aligned, Difference.first(aligned), List.of());
    }

    private static Run run(Plan plan, Set<Variant> variants, List<TimedTouch> touches) {
        return TouchedRun.run(
                Counterfactual.plan(plan, variants), Counterfactual.touches(touches, variants));
    }

    /** The variants that a plan has itself, at either host. */
    public static Set<Variant> variantsOf(Plan plan) {
        return Counterfactual.variantsOf(plan);
    }
}
