package dev.handshakelab.quiz;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What does the host send, and with which acknowledgment number? */
final class AnswerQuestions {
    private static final double SURPRISING = 9;
    private static final double NUMBER = 7;
    private static final double PLAIN = 5;

    private AnswerQuestions() {}

    private static Answer sends(Sent kind) {
        return new Answer.Sends(kind);
    }

    static Optional<Question> askNumber(Happening h) {
        Segment came = h.arriving();
        List<Segment> answers = h.sent().stream().filter(segment -> segment.flags().ack()).toList();
        if (came == null
                || answers.isEmpty()
                || answers.stream().mapToInt(Segment::ack).distinct().count() != 1) {
            return Optional.empty();
        }
        int right = answers.getFirst().ack();
        int textEnd = came.seq() + came.text().length();
        boolean late = SequenceNumbers.lt(right, came.end());
        var choices =
                new Choices(number(right))
                        .notIf(late, number(came.end()), Mistake.ACK_OVER_GAP)
                        .notIf(
                                SequenceNumbers.gt(right, came.end()),
                                number(came.end()),
                                Mistake.ACK_GOES_BACK)
                        .notIf(
                                came.end() == right && came.length() > came.text().length(),
                                number(textEnd),
                                Mistake.SYN_FIN_UNCOUNTED)
                        .notIf(
                                came.end() == right && came.text().length() > 1,
                                number(came.seq() + 1),
                                Mistake.SEGMENTS_COUNTED)
                        .notIf(came.length() == 0, number(right + 1), Mistake.ACK_TAKES_NUMBER)
                        .notIf(came.seq() != right, number(came.seq()), Mistake.ACK_REPEATS_SEQ)
                        .not(number(answers.getFirst().seq()), Mistake.OWN_NUMBER)
                        .not(number(right - 1), Mistake.ACK_NAMES_LAST);
        return h.ask(Topic.ACK_NUMBER, choices, null, came.length() > 0 ? NUMBER : PLAIN);
    }

    private static Answer number(int number) {
        return new Answer.AckNumber(number);
    }

    static Optional<Question> askSent(Happening h) {
        Set<Sent> kinds = EnumSet.noneOf(Sent.class);
        h.sent().forEach(segment -> kinds.add(Sent.of(segment)));
        if (kinds.size() > 1 || !isWorthAsking(h)) {
            return Optional.empty();
        }
        Sent right = kinds.isEmpty() ? Sent.NOTHING : kinds.iterator().next();
        boolean withText = h.sent().stream().anyMatch(segment -> !segment.text().isEmpty());
        var choices = new Choices(sends(right));
        switch (h.cause()) {
            case Fact.Arrived(_, _, var flight) -> addArrived(h, flight.segment(), right, choices);
            case Fact.TimerFired _ ->
                    choices.notIf(right != Sent.NOTHING, sends(Sent.ACK), Mistake.ACK_REPEATED)
                            .notIf(right != Sent.NOTHING, sends(Sent.RST), Mistake.LOSS_ENDS_ALL);
            case Fact.Called(_, _, TcpEvent.Close _) ->
                    choices.notIf(right == Sent.FIN, sends(Sent.RST), Mistake.CLOSE_BY_RESET);
            case Fact.Called(_, _, TcpEvent.Abort _) ->
                    choices.not(sends(Sent.FIN), Mistake.ABORT_IS_CLOSE);
            case Fact.Called _,
                    Fact.OfSegment _,
                    Fact.OfTimer _,
                    Fact.OfMachine _,
                    Fact.FromOutside _ -> {
                // the usual choices will do
            }
        }
        addUsual(right, withText, choices);
        return h.ask(Topic.SENDS, choices, null, isSurprising(h, right) ? SURPRISING : PLAIN);
    }

    private static boolean isWorthAsking(Happening h) {
        return switch (h.cause()) {
            case Fact.Arrived _ -> true;
            case Fact.TimerFired(_, _, var kind) ->
                    switch (kind) {
                        case RETRANSMISSION, ZERO_WINDOW_PROBE, KEEPALIVE, TIME_WAIT -> true;
                        case SWS_OVERRIDE, DELAYED_ACK, USER, FIN_WAIT_2 -> false;
                    };
            case Fact.Called(_, _, TcpEvent.Close _) -> h.from() != TcpState.CLOSED;
            case Fact.Called(_, _, TcpEvent.Abort _) -> h.from() != TcpState.CLOSED;
            case Fact.Called _,
                    Fact.OfSegment _,
                    Fact.OfTimer _,
                    Fact.OfMachine _,
                    Fact.FromOutside _ ->
                    false;
        };
    }

    private static boolean isSurprising(Happening h, Sent right) {
        Segment came = h.arriving();
        return right == Sent.RST
                || (came != null && (!h.isOrdinary() || came.flags().rst()))
                || (came != null && came.flags().syn() && h.from().isSynchronized());
    }

    private static void addArrived(Happening h, Segment came, Sent right, Choices choices) {
        if (h.departs()) {
            return;
        }
        if (came.flags().rst()) {
            boolean challenge = right == Sent.ACK;
            choices.notIf(challenge, sends(Sent.NOTHING), Mistake.CHALLENGE_FORGOTTEN)
                    .notIf(challenge, sends(Sent.RST), Mistake.RESET_ANSWERED)
                    .notIf(!challenge, sends(Sent.ACK), Mistake.RESET_ANSWERED)
                    .notIf(!challenge, sends(Sent.RST), Mistake.RESET_ANSWERED);
        } else if (came.flags().syn()) {
            addSyn(h, right, choices);
        } else if (came.length() == 0 && right == Sent.NOTHING) {
            boolean waiting = h.after().acknowledgment().due();
            choices.notIf(!waiting, sends(Sent.ACK), Mistake.ACK_OF_ACK);
        } else if (right == Sent.ACK) {
            choices.notIf(came.flags().fin(), sends(Sent.FIN), Mistake.FIN_DRAGS_FIN)
                    .notIf(h.fires(Rule.R_TEXT_OOO), sends(Sent.NOTHING), Mistake.GAP_IGNORED)
                    .notIf(
                            h.fires(Rule.G_SEQ_ONCE, Rule.R_TW_FIN_AGAIN),
                            sends(Sent.NOTHING),
                            Mistake.REPEAT_IGNORED);
        } else if (right == Sent.NOTHING && h.after().acknowledgment().due()) {
            choices.not(sends(Sent.ACK), Mistake.ACK_AT_ONCE);
        } else if (h.from() == TcpState.CLOSED && right == Sent.RST) {
            choices.not(sends(Sent.NOTHING), Mistake.SILENCE_WHEN_CLOSED);
        }
    }

    private static void addSyn(Happening h, Sent right, Choices choices) {
        if (h.from() == TcpState.CLOSED && right == Sent.RST) {
            choices.not(sends(Sent.NOTHING), Mistake.SILENCE_WHEN_CLOSED)
                    .not(sends(Sent.SYN_ACK), Mistake.OPENS_WITHOUT_LISTENER);
        } else if (right == Sent.SYN_ACK) {
            choices.not(sends(Sent.ACK), Mistake.HALF_AN_ANSWER)
                    .not(sends(Sent.SYN), Mistake.HALF_AN_ANSWER);
        } else if (h.from() == TcpState.SYN_SENT && right == Sent.RST) {
            choices.not(sends(Sent.ACK), Mistake.OLD_ANSWER_OPENS);
        } else if (h.from().isSynchronized() && right == Sent.ACK) {
            choices.not(sends(Sent.RST), Mistake.SYN_RESETS)
                    .not(sends(Sent.SYN_ACK), Mistake.SYN_RESETS);
        }
    }

    private static void addUsual(Sent right, boolean withText, Choices choices) {
        if (right == Sent.NOTHING) {
            choices.not(sends(Sent.ACK), Mistake.SOMETHING_IS_SENT)
                    .not(sends(Sent.RST), Mistake.SOMETHING_IS_SENT)
                    .not(sends(Sent.FIN), Mistake.SOMETHING_IS_SENT);
            return;
        }
        choices.not(sends(Sent.NOTHING), Mistake.NOTHING_IS_SENT)
                .not(sends(Sent.ACK), Mistake.ANOTHER_SEGMENT)
                .not(sends(Sent.RST), Mistake.ANOTHER_SEGMENT)
                // A FIN that carries data would be both.
                .notIf(!withText, sends(Sent.DATA), Mistake.ANOTHER_SEGMENT)
                .notIf(right != Sent.DATA, sends(Sent.FIN), Mistake.ANOTHER_SEGMENT);
    }
}
