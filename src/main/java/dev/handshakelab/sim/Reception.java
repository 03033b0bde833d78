package dev.handshakelab.sim;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a host would do with a segment, found out on a copy of the world.
 *
 * @param verdict in short
 * @param frame the whole step: the rules that fired with their numbers, answers, changes
 * @param from the state of the receiver before
 * @param to its state after
 */
public record Reception(Verdict verdict, Frame frame, TcpState from, TcpState to) {
    private static final int MAX_STEPS = 2_000;

    /** Rules that ask back. */
    private static final Set<Rule> CHALLENGES =
            EnumSet.of(Rule.R_RST_CHALLENGE, Rule.R_SYN_CHALLENGE, Rule.R_ACK_RANGE);

    /** Rules that end the processing of a segment without believing it. */
    private static final Set<Rule> REFUSALS =
            EnumSet.of(
                    Rule.R_CLOSED_RST,
                    Rule.R_CLOSED_NOACK,
                    Rule.R_CLOSED_ACK,
                    Rule.R_LISTEN_RST,
                    Rule.R_LISTEN_ACK,
                    Rule.R_LISTEN_SEC,
                    Rule.R_LISTEN_OTHER,
                    Rule.R_SYNSENT_ACK_BAD_RST,
                    Rule.R_SYNSENT_ACK_BAD,
                    Rule.R_SYNSENT_RST_NOACK,
                    Rule.R_SYNSENT_SEC,
                    Rule.R_SYNSENT_NEITHER,
                    Rule.R_PAWS,
                    Rule.R_TW_SYN_DROP,
                    Rule.R_SEQ_BAD_RST,
                    Rule.R_SEQ_BAD,
                    Rule.R_TW_RST_1337,
                    Rule.R_ACK_OFF,
                    Rule.R_SYNRCVD_ACK_BAD,
                    Rule.R_ACK_FUTURE,
                    Rule.T_ZWP_ANSWER,
                    Rule.L_LISTEN_SYN_FIN,
                    Rule.L_TW_RST_IGNORE,
                    Rule.L_FW2_NO_NEWS);

    /** What becomes of a segment, in short. */
    public enum Verdict {
        /** It is taken, and the state stays. */
        ACCEPTED,
        /** It is taken and takes the receiver to another state. */
        CHANGES_STATE,
        /** It is believed as a reset: the connection ends. */
        RESETS,
        /** The receiver asks back with a challenge ACK (RFC 5961). */
        CHALLENGED,
        /** It is refused, and the answer is an ACK that says where the receiver stands. */
        ANSWERED_BY_ACK,
        /** It is refused, and the answer is a RST. */
        ANSWERED_BY_RST,
        /** It is dropped without an answer. */
        DROPPED,
        /** The host is down: nobody looks at it. */
        HOST_DOWN,
        /** It never arrives: the cable is out. */
        LOST;

        /** Whether the receiver believes the segment. */
        public boolean isAccepted() {
            return switch (this) {
                case ACCEPTED, CHANGES_STATE, RESETS -> true;
                case CHALLENGED, ANSWERED_BY_ACK, ANSWERED_BY_RST, DROPPED, HOST_DOWN, LOST ->
                        false;
            };
        }
    }

    /**
     * What the receiver would do with a segment that arrived now.
     *
     * @param from in whose name it comes
     */
    public static Reception of(World world, Side from, Segment segment) {
        Flight flight =
                new Flight(
                        world.network().nextFlightId(),
                        from,
                        segment,
                        Flight.Origin.FORGED,
                        null,
                        0,
                        world.nowNanos(),
                        new Flight.Fate.Arrives(world.nowNanos()));
        return of(world, flight, Possibilities.arrival(world, flight));
    }

    /**
     * What will become of a segment that enters the network now, if nobody does anything until it
     * arrives; if that is too far away, what would become of it now.
     */
    public static Reception of(World world, Action.Inject inject) {
        long id = world.network().nextFlightId();
        Step step = Simulation.apply(world, new Touch.Act(inject));
        World before = world;
        for (int i = 0; step != null && i < MAX_STEPS; i++) {
            Fact first = step.frame().facts().getFirst();
            Flight flight = first.flight();
            boolean ends = first instanceof Fact.Arrived || first instanceof Fact.Lost;
            if (ends && flight != null && flight.id() == id) {
                return of(before, flight, step.frame());
            }
            before = step.world();
            step = Simulation.step(before);
        }
        return of(world, inject.from(), inject.segment());
    }

    private static Reception of(World before, Flight flight, Frame frame) {
        TcpState from = before.tcb(flight.to()).state();
        TcpState to = frame.host(flight.to()).state();
        return new Reception(verdict(before, flight, frame), frame, from, to);
    }

    private static Verdict verdict(World world, Flight flight, Frame frame) {
        if (!world.host(flight.to()).up()) {
            return Verdict.HOST_DOWN;
        }
        if (frame.facts().getFirst() instanceof Fact.Lost) {
            return Verdict.LOST;
        }
        List<Fact> facts = frame.facts();
        if (facts.stream().anyMatch(Fact.StateChanged.class::isInstance)) {
            return flight.segment().flags().rst() ? Verdict.RESETS : Verdict.CHANGES_STATE;
        }
        if (facts.stream().anyMatch(Reception::isReset)) {
            return Verdict.ANSWERED_BY_RST;
        }
        boolean answered = facts.stream().anyMatch(Fact.Sent.class::isInstance);
        if (facts.stream().anyMatch(fact -> isOneOf(fact, CHALLENGES))) {
            // A host that has sent enough of them lately stays silent.
            return answered ? Verdict.CHALLENGED : Verdict.DROPPED;
        }
        if (facts.stream().noneMatch(fact -> isOneOf(fact, REFUSALS))) {
            return Verdict.ACCEPTED;
        }
        return answered ? Verdict.ANSWERED_BY_ACK : Verdict.DROPPED;
    }

    private static boolean isReset(Fact fact) {
        return fact instanceof Fact.Sent sent && sent.flight().purpose() == Emission.Purpose.RESET;
    }

    private static boolean isOneOf(Fact fact, Set<Rule> rules) {
        return fact instanceof Fact.RuleFired fired && rules.contains(fired.firing().rule());
    }
}
