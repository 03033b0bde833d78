package dev.handshakelab.quiz;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.Signal.Reply;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How is the application told, and what does its call return? */
final class NewsQuestions {
    private static final double SURPRISING = 7;
    private static final double PLAIN = 6;
    private static final double ERROR = 8;

    private NewsQuestions() {}

    /** What a signal tells; null if it is none of the news that are asked for. */
    private static @Nullable News news(Signal signal) {
        return switch (signal) {
            case Signal.Connected _ -> News.CONNECTED;
            case Signal.Delivered _, Signal.DataAvailable _ -> News.DATA;
            case Signal.EndOfStream _ -> News.END_OF_STREAM;
            case Signal.ClosedNormally _ -> News.CLOSED;
            case Signal.ResetWhileClosing _ -> News.RESET;
            case Signal.Failed(Reply reason) -> news(reason);
            case Signal.PendingCallsEnded(Reply reply) -> news(reply);
            case Signal.Answered _,
                    Signal.SendsAcknowledged _,
                    Signal.DeliveryDoubtful _,
                    Signal.UrgentData _ ->
                    null;
        };
    }

    private static @Nullable News news(Reply reason) {
        return switch (reason) {
            case CONNECTION_RESET -> News.RESET;
            case CONNECTION_REFUSED -> News.REFUSED;
            case USER_TIMEOUT -> News.TIMED_OUT;
            case OK,
                    CONNECTION_DOES_NOT_EXIST,
                    CONNECTION_ALREADY_EXISTS,
                    CONNECTION_ILLEGAL,
                    REMOTE_SOCKET_UNSPECIFIED,
                    INSUFFICIENT_RESOURCES,
                    CONNECTION_CLOSING,
                    CLOSING ->
                    null;
        };
    }

    private static Answer told(News news) {
        return new Answer.Told(news);
    }

    static Optional<Question> askTold(Happening h) {
        boolean timer = h.cause() instanceof Fact.TimerFired;
        if (h.arriving() == null && !timer) {
            return Optional.empty();
        }
        Set<News> all = EnumSet.noneOf(News.class);
        for (Signal signal : h.told()) {
            News news = news(signal);
            if (news == null) {
                return Optional.empty();
            }
            all.add(news);
        }
        if (all.size() > 1 || (all.isEmpty() && !isTempting(h))) {
            return Optional.empty();
        }
        News right = all.isEmpty() ? News.NOTHING : all.iterator().next();
        var choices = new Choices(told(right));
        if (!h.departs()) {
            addMistaken(h, right, choices);
        }
        addUsual(h, right, choices);
        return h.ask(
                Topic.NEWS, choices, null, right == News.NOTHING || timer ? SURPRISING : PLAIN);
    }

    private static boolean isTempting(Happening h) {
        Segment came = h.arriving();
        if (came == null) {
            return false;
        }
        return came.flags().syn()
                || came.flags().rst()
                || came.flags().fin()
                || !came.text().isEmpty();
    }

    private static void addMistaken(Happening h, News right, Choices choices) {
        Segment came = h.arriving();
        switch (right) {
            case NOTHING -> {
                if (came != null) {
                    addSilent(h, came, choices);
                }
            }
            case CONNECTED, CLOSED, DATA -> choices.not(told(News.NOTHING), Mistake.NEWS_NEEDED);
            case END_OF_STREAM ->
                    choices.not(told(News.CLOSED), Mistake.FIN_ENDS_BOTH)
                            .not(told(News.RESET), Mistake.END_IS_RESET);
            case RESET ->
                    choices.not(told(News.END_OF_STREAM), Mistake.RESET_IS_END)
                            .not(told(News.REFUSED), Mistake.WAS_OPEN);
            case REFUSED ->
                    choices.not(told(News.RESET), Mistake.NEVER_OPENED)
                            .not(told(News.TIMED_OUT), Mistake.OTHER_NEWS);
            case TIMED_OUT ->
                    choices.not(told(News.RESET), Mistake.SILENCE_IS_RESET)
                            .not(told(News.REFUSED), Mistake.SILENCE_IS_RESET);
        }
    }

    private static void addSilent(Happening h, Segment came, Choices choices) {
        if (came.flags().rst()) {
            choices.notIf(h.from() == h.to(), told(News.RESET), Mistake.ANY_RESET_KILLS);
        } else if (came.flags().syn()) {
            choices.notIf(
                            !h.from().isSynchronized() && h.to() == TcpState.SYN_RECEIVED,
                            told(News.CONNECTED),
                            Mistake.TOLD_TOO_EARLY)
                    .notIf(
                            h.from().isSynchronized() && h.to() == h.from(),
                            told(News.RESET),
                            Mistake.SYN_RESETS);
        } else if (h.fires(Rule.R_TEXT_OOO)) {
            choices.not(
                    told(came.flags().fin() ? News.END_OF_STREAM : News.DATA),
                    came.flags().fin() ? Mistake.FIN_OVERTAKES : Mistake.GAP_DELIVERED);
        } else if (h.fires(Rule.G_SEQ_ONCE) && !came.text().isEmpty()) {
            choices.not(told(News.DATA), Mistake.DELIVERED_TWICE);
        } else if (!came.text().isEmpty()) {
            choices.not(told(News.DATA), Mistake.NO_NEWS);
        }
    }

    private static void addUsual(Happening h, News right, Choices choices) {
        if (right == News.NOTHING) {
            boolean open = h.from().isSynchronized();
            choices.notIf(open, told(News.END_OF_STREAM), Mistake.NO_NEWS)
                    .notIf(!open, told(News.CONNECTED), Mistake.NO_NEWS)
                    .not(told(News.RESET), Mistake.NO_NEWS);
            return;
        }
        choices.not(told(News.NOTHING), Mistake.NEWS_NEEDED)
                .notIf(right != News.CLOSED, told(News.END_OF_STREAM), Mistake.OTHER_NEWS)
                .notIf(right != News.RESET, told(News.RESET), Mistake.OTHER_NEWS);
    }

    static Optional<Question> askReturned(Happening h) {
        if (!(h.cause() instanceof Fact.Called(_, _, TcpEvent.UserCall call))) {
            return Optional.empty();
        }
        List<Reply> replies =
                h.told().stream()
                        .filter(Signal.Answered.class::isInstance)
                        .map(signal -> ((Signal.Answered) signal).reply())
                        .distinct()
                        .toList();
        boolean halfClosed = h.from() == TcpState.CLOSE_WAIT && call instanceof TcpEvent.Send;
        if (replies.size() != 1 || !(replies.getFirst().isError() || halfClosed)) {
            return Optional.empty();
        }
        var choices = new Choices(new Answer.Returns(replies.getFirst()));
        choices.not(new Answer.Returns(Reply.OK), Mistake.CALL_WORKS)
                .notIf(
                        halfClosed,
                        new Answer.Returns(Reply.CONNECTION_CLOSING),
                        Mistake.CALL_FAILS);
        for (Reply other :
                List.of(
                        Reply.CONNECTION_DOES_NOT_EXIST,
                        Reply.CONNECTION_ALREADY_EXISTS,
                        Reply.CONNECTION_RESET)) {
            choices.not(new Answer.Returns(other), Mistake.OTHER_ERROR);
        }
        return h.ask(Topic.RETURNS, choices, null, ERROR);
    }
}
