package dev.handshakelab.sim.twins;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where two aligned stories part.
 *
 * @param frame the first frame that differs
 * @param atNanos when it happens
 * @param side the host at which it differs
 * @param tcp what happens there in TCP
 * @param variant what happens there in the variant
 * @param aspects in what the two differ, at least one
 */
public record Difference(
        int frame, long atNanos, Side side, Outcome tcp, Outcome variant, Set<Aspect> aspects) {
    public Difference {
        aspects = Set.copyOf(aspects);
    }

    /** In what two frames may differ. */
    public enum Aspect {
        /** The state afterwards. */
        STATE,
        /** What is sent. */
        SEGMENTS,
        /** What the application is told. */
        TOLD,
        /** Something else that happens: a timer, an arrival. */
        EVENTS,
        /** Only the rule that was applied; for the moment the result is the same. */
        RULE
    }

    /**
     * What a frame does at a host.
     *
     * @param state the state afterwards
     * @param sent the segments sent, in order
     * @param told what the application is told, in order
     * @param rules the rules applied, in order
     */
    public record Outcome(TcpState state, List<Segment> sent, List<Signal> told, List<Rule> rules) {
        public Outcome {
            sent = List.copyOf(sent);
            told = List.copyOf(told);
            rules = List.copyOf(rules);
        }

        static Outcome of(Frame frame, Side side) {
            List<Segment> sent = new ArrayList<>();
            List<Signal> told = new ArrayList<>();
            List<Rule> rules = new ArrayList<>();
            for (Fact fact : at(frame, side)) {
                if (fact instanceof Fact.Sent(_, _, Flight flight)) {
                    sent.add(flight.segment());
                } else if (fact instanceof Fact.Told(_, _, Signal signal)) {
                    told.add(signal);
                } else if (fact instanceof Fact.RuleFired fired) {
                    rules.add(fired.firing().rule());
                }
            }
            return new Outcome(frame.host(side).state(), sent, told, rules);
        }
    }

    /** The rule that is not TCP and was applied here; empty if none was. */
    public Optional<Rule> counterfactualRule() {
        return variant.rules().stream().filter(Rule::isCounterfactual).findFirst();
    }

    /**
     * The first frame in which something else happens; if there is none, the first in which only
     * another rule is applied; empty if the stories are the same.
     */
    static Optional<Difference> first(Alignment aligned) {
        Optional<Difference> byRule = Optional.empty();
        for (int i = 0; i < aligned.first().frames().size(); i++) {
            Optional<Difference> found = at(aligned.first().frame(i), aligned.second().frame(i));
            if (found.isPresent() && !found.get().aspects().equals(Set.of(Aspect.RULE))) {
                return found;
            }
            byRule = byRule.or(() -> found);
        }
        return byRule;
    }

    private static Optional<Difference> at(Frame tcp, Frame variant) {
        Frame eventful = tcp.facts().isEmpty() ? variant : tcp;
        Side first = eventful.facts().isEmpty() ? Side.A : eventful.facts().getFirst().side();
        return at(tcp, variant, first).or(() -> at(tcp, variant, first.other()));
    }

    private static Optional<Difference> at(Frame tcp, Frame variant, Side side) {
        Outcome ours = Outcome.of(tcp, side);
        Outcome theirs = Outcome.of(variant, side);
        EnumSet<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        if (ours.state() != theirs.state()) {
            aspects.add(Aspect.STATE);
        }
        if (!ours.sent().equals(theirs.sent())) {
            aspects.add(Aspect.SEGMENTS);
        }
        if (!ours.told().equals(theirs.told())) {
            aspects.add(Aspect.TOLD);
        }
        if (!events(tcp, side).equals(events(variant, side))) {
            aspects.add(Aspect.EVENTS);
        }
        if (!ours.rules().equals(theirs.rules())) {
            aspects.add(Aspect.RULE);
        }
        return aspects.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Difference(tcp.index(), tcp.atNanos(), side, ours, theirs, aspects));
    }

    private static List<Fact> at(Frame frame, Side side) {
        return frame.facts().stream().filter(fact -> fact.side() == side).toList();
    }

    /** What is neither a rule, a segment sent, a word to the application, nor a state. */
    private static List<Fact> events(Frame frame, Side side) {
        return at(frame, side).stream().filter(Difference::isEvent).toList();
    }

    private static boolean isEvent(Fact fact) {
        return switch (fact) {
            case Fact.Called _,
                    Fact.Entered _,
                    Fact.Arrived _,
                    Fact.Lost _,
                    Fact.Rerouted _,
                    Fact.TimerStarted _,
                    Fact.TimerStopped _,
                    Fact.TimerFired _,
                    Fact.Crashed _,
                    Fact.Rebooted _,
                    Fact.CableChanged _,
                    Fact.NetworkChanged _ ->
                    true;
            // Twins have other options by definition.
            case Fact.RuleFired _,
                    Fact.Sent _,
                    Fact.Told _,
                    Fact.StateChanged _,
                    Fact.OptionsChanged _ ->
                    false;
        };
    }
}
