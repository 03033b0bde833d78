package dev.handshakelab.quiz;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who passes TIME-WAIT? Asked when the second of both applications closes: from there on only the
 * rules decide, unless somebody interferes, and then it is not asked.
 */
final class WaitQuestions {
    private static final double WORTH = 11;

    private WaitQuestions() {}

    static Optional<Question> ask(Happening h) {
        boolean closes = h.cause() instanceof Fact.Called(_, _, TcpEvent.Close _);
        TcpState peer = h.timeline().frame(h.frame().index() - 1).host(h.side().other()).state();
        boolean second =
                (h.to() == TcpState.LAST_ACK || h.to() == TcpState.FIN_WAIT_1)
                        && h.from() != h.to()
                        && (peer == TcpState.FIN_WAIT_1 || peer == TcpState.FIN_WAIT_2);
        Set<Side> waiting = EnumSet.noneOf(Side.class);
        if (!closes || !second || !follow(h, waiting)) {
            return Optional.empty();
        }
        List<Side> sides = new ArrayList<>(waiting);
        boolean both = sides.size() == 2;
        var first = new Answer.Waits(List.of(h.side().other()));
        var choices =
                new Choices(new Answer.Waits(sides))
                        .not(first, both ? Mistake.FINS_CROSSED : Mistake.PLAIN_TCP)
                        .not(
                                new Answer.Waits(List.of(Side.A, Side.B)),
                                sides.isEmpty() ? Mistake.NO_SUCH_WAY : Mistake.EVERYBODY_WAITS)
                        .not(
                                new Answer.Waits(List.of(h.side())),
                                both ? Mistake.FINS_CROSSED : Mistake.FIRST_FIN_WAITS)
                        .not(new Answer.Waits(List.of()), Mistake.NO_NEED_TO_WAIT);
        return h.ask(Topic.TIME_WAIT, choices, null, WORTH);
    }

    /**
     * Collects who passes TIME-WAIT.
     *
     * @return whether both hosts come to the end without interference
     */
    private static boolean follow(Happening h, Set<Side> waiting) {
        List<Frame> frames = h.timeline().frames();
        Set<Side> done = EnumSet.noneOf(Side.class);
        for (Frame frame : frames.subList(h.frame().index(), frames.size())) {
            for (Fact fact : frame.facts()) {
                if (frame.index() > h.frame().index() && interferes(fact)) {
                    return false;
                }
                if (fact instanceof Fact.StateChanged(_, Side side, _, TcpState to, _)) {
                    if (to == TcpState.TIME_WAIT) {
                        waiting.add(side);
                        done.add(side);
                    } else if (to == TcpState.CLOSED) {
                        done.add(side);
                    }
                }
            }
            if (done.size() == 2) {
                return true;
            }
        }
        return false;
    }

    private static boolean interferes(Fact fact) {
        return switch (fact) {
            case Fact.Called _,
                    Fact.Entered _,
                    Fact.Rerouted _,
                    Fact.Crashed _,
                    Fact.Rebooted _,
                    Fact.CableChanged _,
                    Fact.NetworkChanged _,
                    Fact.OptionsChanged _ ->
                    true;
            case Fact.Sent(_, _, var flight) -> flight.segment().flags().rst();
            case Fact.RuleFired(_, _, var firing) ->
                    firing.rule() == Rule.T_R2 || firing.rule() == Rule.T_USER;
            case Fact.Arrived _,
                    Fact.Lost _,
                    Fact.TimerStarted _,
                    Fact.TimerStopped _,
                    Fact.TimerFired _,
                    Fact.StateChanged _,
                    Fact.Told _ ->
                    false;
        };
    }
}
