package dev.handshakelab.quiz;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a story as one host takes it.
 *
 * @param timeline the whole story
 * @param frame what happens
 * @param side the host
 * @param cause what sets it off
 * @param before the host's control block before
 * @param after the host's control block afterwards
 */
record Happening(Timeline timeline, Frame frame, Side side, Fact cause, Tcb before, Tcb after) {
    /** They accompany nearly everything and do not make a situation another one. */
    private static final Set<Rule> USUAL =
            Set.of(
                    Rule.R_WND_UPDATE,
                    Rule.R_WND_STALE,
                    Rule.G_WINDOW_SEND,
                    Rule.P_PSH,
                    Rule.P_MSS,
                    Rule.P_ISN,
                    Rule.P_USABLE,
                    Rule.P_PIGGYBACK,
                    Rule.G_AGGREGATE,
                    Rule.G_ACK_ALWAYS);

    /** The step that a frame is for the host where it begins; empty if no machine took it. */
    static Optional<Happening> of(Timeline timeline, int frameIndex) {
        Frame frame = timeline.frame(frameIndex);
        if (frame.facts().isEmpty()) {
            return Optional.empty();
        }
        return of(timeline, frameIndex, frame.facts().getFirst().side());
    }

    /** The step that a frame is for a host; empty if no machine took it. */
    static Optional<Happening> of(Timeline timeline, int frameIndex, Side side) {
        Frame frame = timeline.frame(frameIndex);
        Tcb before = timeline.frame(frameIndex - 1).host(side).tcb();
        Tcb after = frame.host(side).tcb();
        if (before == null || after == null || frame.facts().isEmpty()) {
            return Optional.empty();
        }
        Fact cause = frame.facts().getFirst();
        return Optional.of(new Happening(timeline, frame, side, cause, before, after));
    }

    TcpState from() {
        return before.state();
    }

    TcpState to() {
        return after.state();
    }

    /** The segment that arrives; null if something else sets the step off. */
    @Nullable Segment arriving() {
        return cause instanceof Fact.Arrived(_, _, Flight flight) ? flight.segment() : null;
    }

    /** Whether the segment that arrives was sent by the peer's machine, and for the first time. */
    boolean isOrdinary() {
        return cause instanceof Fact.Arrived(_, _, Flight flight)
                && flight.origin() == Flight.Origin.HOST
                && !flight.isRetransmission();
    }

    /** The segments that the host sends in this step. */
    List<Segment> sent() {
        List<Segment> sent = new ArrayList<>();
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.Sent(_, Side from, Flight flight) && from == side) {
                sent.add(flight.segment());
            }
        }
        return sent;
    }

    /** What the host's application is told in this step. */
    List<Signal> told() {
        List<Signal> told = new ArrayList<>();
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.Told(_, Side where, Signal signal) && where == side) {
                told.add(signal);
            }
        }
        return told;
    }

    /** The rules that the host applies in this step, in order. */
    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.RuleFired(_, Side where, var firing) && where == side) {
                rules.add(firing.rule());
            }
        }
        return rules;
    }

    boolean fires(Rule... wanted) {
        List<Rule> rules = rules();
        return List.of(wanted).stream().anyMatch(rules::contains);
    }

    /** Whether the host departs from the RFC in this step. */
    boolean departs() {
        return rules().stream()
                .anyMatch(rule -> rule.isCounterfactual() || rule.name().startsWith("L_"));
    }

    /** The rule that brought the host to its state; null if the state stays. */
    @Nullable Rule stateRule() {
        Rule last = null;
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.StateChanged changed && changed.side() == side) {
                last = changed.rule();
            }
        }
        return last;
    }

    private String event() {
        return switch (cause) {
            case Fact.Arrived(_, _, Flight flight) ->
                    "Arrived "
                            + flight.segment().flags()
                            + (flight.segment().text().isEmpty() ? "" : " text");
            case Fact.Called(_, _, var call) -> "Called " + call.getClass().getSimpleName();
            case Fact.TimerFired(_, _, var kind) -> "TimerFired " + kind;
            case Fact.OfSegment _, Fact.OfTimer _, Fact.OfMachine _, Fact.FromOutside _ ->
                    cause.getClass().getSimpleName();
        };
    }

    /** Makes the question; empty if there is nothing wrong to choose. */
    Optional<Question> ask(Topic topic, Choices choices, @Nullable Rule rule, double worth) {
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        List<Rule> deciding = rules().stream().filter(fired -> !USUAL.contains(fired)).toList();
        String answer =
                switch (choices.right()) {
                    case Answer.AckNumber _, Answer.Rto _ -> "";
                    case Answer.State _,
                            Answer.Sends _,
                            Answer.Runs _,
                            Answer.Judged _,
                            Answer.Waits _,
                            Answer.Told _,
                            Answer.Returns _ ->
                            choices.right().toString();
                };
        var situation = new Situation(topic, from(), event(), deciding, answer);
        long seed = 31L * situation.toString().hashCode() + frame.index();
        return Optional.of(
                new Question(
                        topic,
                        frame.index(),
                        side,
                        situation,
                        rule,
                        choices.shuffled(seed),
                        worth));
    }
}
