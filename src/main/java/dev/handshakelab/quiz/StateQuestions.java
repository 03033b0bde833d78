package dev.handshakelab.quiz;

import static dev.handshakelab.tcp.TcpState.CLOSED;
import static dev.handshakelab.tcp.TcpState.CLOSE_WAIT;
import static dev.handshakelab.tcp.TcpState.CLOSING;
import static dev.handshakelab.tcp.TcpState.ESTABLISHED;
import static dev.handshakelab.tcp.TcpState.FIN_WAIT_1;
import static dev.handshakelab.tcp.TcpState.FIN_WAIT_2;
import static dev.handshakelab.tcp.TcpState.LAST_ACK;
import static dev.handshakelab.tcp.TcpState.LISTEN;
import static dev.handshakelab.tcp.TcpState.SYN_RECEIVED;
import static dev.handshakelab.tcp.TcpState.SYN_SENT;
import static dev.handshakelab.tcp.TcpState.TIME_WAIT;

import dev.handshakelab.tcp.Edge;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TransitionTable;
import dev.handshakelab.timeline.Fact;
import java.util.Optional;

/** In which state is the host afterwards? */
final class StateQuestions {
    private static final double MOVES = 10;
    private static final double STAYS = 8;
    private static final double EASY = 7;

    private StateQuestions() {}

    static Optional<Question> ask(Happening h) {
        boolean moves = h.from() != h.to();
        if (!moves && !isTemptingToMove(h)) {
            return Optional.empty();
        }
        var choices = new Choices(new Answer.State(h.to()));
        if (h.departs()) {
            addPlainTcp(h, choices);
        } else {
            addMistaken(h, choices);
        }
        addUsual(h, choices);
        double worth = moves ? MOVES : STAYS;
        return h.ask(
                Topic.NEXT_STATE,
                choices,
                h.stateRule(),
                h.from() == CLOSED ? worth - EASY : worth);
    }

    /** What happens to the other host goes unnoticed. */
    static Optional<Question> askUnnoticed(Happening h) {
        if (h.from() != h.to() || !h.from().isSynchronized() || h.from() == TIME_WAIT) {
            return Optional.empty();
        }
        var choices =
                new Choices(new Answer.State(h.to()))
                        .not(state(CLOSED), Mistake.NOTICED_AT_ONCE)
                        .not(state(CLOSE_WAIT), Mistake.NOTICED_AT_ONCE)
                        .not(state(TIME_WAIT), Mistake.NOTICED_AT_ONCE);
        return h.ask(Topic.NEXT_STATE, choices, null, STAYS);
    }

    private static Answer state(TcpState state) {
        return new Answer.State(state);
    }

    private static boolean isTemptingToMove(Happening h) {
        Segment segment = h.arriving();
        if (segment == null) {
            return h.cause() instanceof Fact.TimerFired && h.fires(Rule.T_RTX_SYN, Rule.T_RTX_FIN);
        }
        if (h.from() == CLOSED) {
            return segment.flags().syn();
        }
        return segment.flags().rst()
                || (segment.flags().syn() && h.from() != LISTEN)
                || segment.flags().fin()
                || (segment.flags().ack() && h.from() == SYN_SENT);
    }

    private static void addPlainTcp(Happening h, Choices choices) {
        choices.notIf(h.fires(Rule.V_TWO_WAY), state(SYN_RECEIVED), Mistake.PLAIN_TCP)
                .notIf(h.fires(Rule.V_NO_TIME_WAIT), state(TIME_WAIT), Mistake.PLAIN_TCP)
                .notIf(h.fires(Rule.V_RST_IN_WINDOW), state(h.from()), Mistake.PLAIN_TCP);
    }

    private static void addMistaken(Happening h, Choices choices) {
        switch (h.cause()) {
            case Fact.Arrived(_, _, var flight) -> addArrived(h, flight.segment(), choices);
            case Fact.Called(_, _, TcpEvent.Open open) -> addOpen(open, choices);
            case Fact.Called(_, _, TcpEvent.Close _) -> addClose(h, choices);
            case Fact.Called(_, _, TcpEvent.Abort _) ->
                    choices.not(state(FIN_WAIT_1), Mistake.ABORT_IS_CLOSE)
                            .not(state(TIME_WAIT), Mistake.RESET_THEN_WAIT);
            case Fact.TimerFired _ ->
                    choices.notIf(h.from() == TIME_WAIT, state(LISTEN), Mistake.NO_LISTENER)
                            .notIf(h.to() == h.from(), state(CLOSED), Mistake.LOSS_ENDS_ALL)
                            .notIf(h.to() == CLOSED, state(TIME_WAIT), Mistake.NO_SUCH_WAY);
            case Fact.Called _,
                    Fact.OfSegment _,
                    Fact.OfTimer _,
                    Fact.OfMachine _,
                    Fact.FromOutside _ -> {
                // nothing that people are often wrong about
            }
        }
    }

    private static void addOpen(TcpEvent.Open open, Choices choices) {
        if (open.active()) {
            choices.not(state(ESTABLISHED), Mistake.CONNECT_IS_OPEN)
                    .not(state(SYN_RECEIVED), Mistake.NO_SUCH_WAY);
        } else {
            choices.not(state(SYN_SENT), Mistake.LISTENER_SPEAKS)
                    .not(state(ESTABLISHED), Mistake.LISTENER_SPEAKS);
        }
    }

    private static void addClose(Happening h, Choices choices) {
        if (h.to() == LAST_ACK) {
            choices.not(state(TIME_WAIT), Mistake.EVERYBODY_WAITS)
                    .not(state(CLOSE_WAIT), Mistake.CLOSE_WAIT_MIXED_UP)
                    .not(state(CLOSED), Mistake.CLOSE_IS_CLOSED);
        } else if (h.to() == FIN_WAIT_1) {
            choices.not(state(FIN_WAIT_2), Mistake.FIN_WAITS_ALIKE)
                    .not(state(CLOSED), Mistake.CLOSE_IS_CLOSED)
                    .not(state(CLOSE_WAIT), Mistake.CLOSE_WAIT_MIXED_UP);
        }
    }

    private static void addArrived(Happening h, Segment segment, Choices choices) {
        Flags flags = segment.flags();
        if (flags.rst()) {
            addReset(h, choices);
        } else if (flags.syn()) {
            addSyn(h, choices);
        } else if (flags.fin() && h.from() != SYN_SENT) {
            addFin(h, choices);
        } else {
            addAck(h, choices);
        }
    }

    private static void addReset(Happening h, Choices choices) {
        if (h.from() == h.to()) {
            choices.not(state(CLOSED), Mistake.ANY_RESET_KILLS)
                    .notIf(h.from() == SYN_RECEIVED, state(LISTEN), Mistake.ANY_RESET_KILLS);
        } else {
            choices.not(state(h.from()), Mistake.RESET_IGNORED)
                    .notIf(h.to() == LISTEN, state(CLOSED), Mistake.LISTENER_GONE)
                    .notIf(h.to() == CLOSED, state(LISTEN), Mistake.NO_LISTENER)
                    .not(state(TIME_WAIT), Mistake.RESET_THEN_WAIT);
        }
    }

    private static void addSyn(Happening h, Choices choices) {
        if (h.from() == CLOSED) {
            choices.not(state(SYN_RECEIVED), Mistake.OPENS_WITHOUT_LISTENER)
                    .not(state(ESTABLISHED), Mistake.OPENS_WITHOUT_LISTENER);
        } else if (h.fires(Rule.R_SYNSENT_ACK_BAD, Rule.R_SYNSENT_ACK_BAD_RST)) {
            choices.not(state(ESTABLISHED), Mistake.OLD_ANSWER_OPENS)
                    .not(state(CLOSED), Mistake.NO_SUCH_WAY);
        } else if (h.from() == LISTEN) {
            choices.not(state(ESTABLISHED), Mistake.SYN_OPENS)
                    .not(state(SYN_SENT), Mistake.NO_SUCH_WAY);
        } else if (h.from() == SYN_SENT && h.to() == SYN_RECEIVED) {
            choices.not(state(ESTABLISHED), Mistake.SYN_OPENS)
                    .not(state(SYN_SENT), Mistake.TWO_CONNECTIONS);
        } else if (h.from() == SYN_SENT && h.to() == ESTABLISHED) {
            choices.not(state(SYN_RECEIVED), Mistake.THIRD_SEGMENT_NEEDED);
        } else if (h.from().isSynchronized() && h.from() == h.to()) {
            choices.not(state(CLOSED), Mistake.SYN_RESETS)
                    .not(state(SYN_RECEIVED), Mistake.SYN_RESETS)
                    .not(state(LISTEN), Mistake.SYN_RESETS);
        }
    }

    private static void addFin(Happening h, Choices choices) {
        boolean held = h.after().reassemblyQueue().stream().anyMatch(one -> one.fin());
        if (h.from() == h.to()) {
            choices.notIf(held && h.from() == ESTABLISHED, state(CLOSE_WAIT), Mistake.FIN_OVERTAKES)
                    .notIf(
                            held && (h.from() == FIN_WAIT_1 || h.from() == FIN_WAIT_2),
                            state(TIME_WAIT),
                            Mistake.FIN_OVERTAKES)
                    .notIf(
                            h.from() == TIME_WAIT && h.fires(Rule.R_TW_FIN_AGAIN),
                            state(CLOSED),
                            Mistake.REPEATED_FIN_ENDS_WAIT);
            return;
        }
        switch (h.to()) {
            case CLOSE_WAIT ->
                    choices.not(state(LAST_ACK), Mistake.FIN_DRAGS_FIN)
                            .not(state(CLOSED), Mistake.FIN_ENDS_BOTH)
                            .not(state(TIME_WAIT), Mistake.EVERYBODY_WAITS);
            case CLOSING ->
                    choices.not(state(TIME_WAIT), Mistake.ANY_FIN_IS_TIME_WAIT)
                            .not(state(CLOSE_WAIT), Mistake.CLOSE_WAIT_MIXED_UP)
                            .not(state(FIN_WAIT_2), Mistake.FIN_WAITS_ALIKE);
            case TIME_WAIT ->
                    choices.not(state(CLOSED), Mistake.NO_NEED_TO_WAIT)
                            .not(state(CLOSING), Mistake.CLOSING_ANYWAY)
                            .not(state(CLOSE_WAIT), Mistake.CLOSE_WAIT_MIXED_UP);
            case CLOSED,
                    LISTEN,
                    SYN_SENT,
                    SYN_RECEIVED,
                    ESTABLISHED,
                    FIN_WAIT_1,
                    FIN_WAIT_2,
                    LAST_ACK -> {
                // unusual; the neighbours will do
            }
        }
    }

    private static void addAck(Happening h, Choices choices) {
        choices.notIf(
                        h.from() == FIN_WAIT_1 && h.to() == FIN_WAIT_2,
                        state(TIME_WAIT),
                        Mistake.STRAIGHT_TO_TIME_WAIT)
                .notIf(
                        h.from() == FIN_WAIT_1 && h.to() == FIN_WAIT_2,
                        state(FIN_WAIT_1),
                        Mistake.FIN_WAITS_ALIKE)
                .notIf(h.to() == TIME_WAIT, state(CLOSED), Mistake.NO_NEED_TO_WAIT)
                .notIf(
                        h.from() == LAST_ACK && h.to() == CLOSED,
                        state(TIME_WAIT),
                        Mistake.EVERYBODY_WAITS)
                .notIf(
                        h.from() == SYN_SENT && h.to() == SYN_SENT,
                        state(ESTABLISHED),
                        Mistake.OLD_ANSWER_OPENS);
    }

    /** Nothing changes, or another way out of the state is taken. */
    private static void addUsual(Happening h, Choices choices) {
        choices.not(state(h.from()), Mistake.STATE_STAYS);
        for (Edge edge : TransitionTable.edges()) {
            if (edge.from() == h.from() && edge.isDefault()) {
                choices.not(state(edge.to()), Mistake.NO_SUCH_WAY);
            }
        }
    }
}
