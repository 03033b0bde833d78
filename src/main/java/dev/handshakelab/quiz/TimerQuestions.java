package dev.handshakelab.quiz;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.timeline.Fact;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which timers run afterwards, and how long does the retransmission timer wait? */
final class TimerQuestions {
    private static final int MOST_TIMERS = 2;
    private static final double TELLING = 7;
    private static final double PLAIN = 5;
    private static final long SECOND = 1_000_000_000;

    private TimerQuestions() {}

    static Optional<Question> askTimers(Happening h) {
        Set<TimerKind> before = running(h.before().timers());
        Set<TimerKind> after = running(h.after().timers());
        boolean moves = h.from() != h.to() && h.to() != TcpState.CLOSED;
        boolean waits = after.isEmpty() && !h.to().isSynchronized();
        if (after.size() > MOST_TIMERS || waits || (before.equals(after) && !moves)) {
            return Optional.empty();
        }
        var choices = new Choices(Answer.Runs.of(after));
        boolean idle = after.isEmpty();
        boolean retransmits = after.contains(TimerKind.RETRANSMISSION);
        choices.notIf(
                        idle && h.to() == TcpState.CLOSE_WAIT,
                        Answer.Runs.of(TimerKind.TIME_WAIT),
                        Mistake.CLOSE_WAIT_TIMED)
                .notIf(
                        idle,
                        Answer.Runs.of(TimerKind.RETRANSMISSION),
                        before.contains(TimerKind.RETRANSMISSION)
                                ? Mistake.TIMED_THOUGH_ACKED
                                : Mistake.ACK_TIMED)
                .notIf(
                        idle && !h.after().options().has(Switch.KEEPALIVE),
                        Answer.Runs.of(TimerKind.KEEPALIVE),
                        Mistake.HEARTBEAT)
                .notIf(
                        after.contains(TimerKind.TIME_WAIT),
                        Answer.Runs.of(),
                        Mistake.NO_NEED_TO_WAIT)
                .notIf(retransmits, Answer.Runs.of(), Mistake.UNTIMED)
                .notIf(
                        after.contains(TimerKind.ZERO_WINDOW_PROBE),
                        Answer.Runs.of(),
                        Mistake.SHUT_WINDOW_DEAD)
                .notIf(
                        h.to() == TcpState.LAST_ACK && !after.contains(TimerKind.TIME_WAIT),
                        Answer.Runs.of(TimerKind.TIME_WAIT),
                        Mistake.EVERYBODY_WAITS);
        for (TimerKind other :
                new TimerKind[] {
                    TimerKind.RETRANSMISSION,
                    TimerKind.TIME_WAIT,
                    TimerKind.DELAYED_ACK,
                    TimerKind.KEEPALIVE
                }) {
            // Half of the right answer would be half right.
            choices.notIf(!after.contains(other), Answer.Runs.of(other), Mistake.OTHER_TIMER);
        }
        choices.notIf(!idle, Answer.Runs.of(), Mistake.UNTIMED);
        boolean telling = h.to() == TcpState.CLOSE_WAIT || h.to() == TcpState.TIME_WAIT;
        return h.ask(Topic.TIMERS, choices, null, telling ? TELLING : PLAIN);
    }

    private static Set<TimerKind> running(Timers timers) {
        Set<TimerKind> running = EnumSet.noneOf(TimerKind.class);
        timers.all().forEach(timer -> running.add(timer.kind()));
        return running;
    }

    static Optional<Question> askRto(Happening h) {
        boolean again =
                h.cause() instanceof Fact.TimerFired(_, _, TimerKind kind)
                        && kind == TimerKind.RETRANSMISSION;
        Timers.Timer next = h.after().timers().get(TimerKind.RETRANSMISSION);
        Timers.Timer last = h.before().timers().get(TimerKind.RETRANSMISSION);
        if (!again || next == null || last == null) {
            return Optional.empty();
        }
        long right = next.lengthNanos();
        long old = last.lengthNanos();
        long initial = h.before().options().initialRtoNanos();
        var choices = new Choices(new Answer.Rto(right));
        choices.notIf(right <= old, new Answer.Rto(2 * old), Mistake.RTO_UNLIMITED)
                .notIf(right > old, new Answer.Rto(old), Mistake.RTO_STAYS)
                .notIf(
                        right > old && old + initial != right,
                        new Answer.Rto(old + initial),
                        Mistake.RTO_ADDS)
                .notIf(
                        right > old && old == initial && 3 * old != right,
                        new Answer.Rto(old + SECOND / 2),
                        Mistake.RTO_ADDS)
                .notIf(right > old, new Answer.Rto(old / 2), Mistake.RTO_SHRINKS)
                .notIf(right <= old, new Answer.Rto(old / 2), Mistake.RTO_SHRINKS);
        Rule rule =
                h.rules().stream()
                        .filter(fired -> fired.name().startsWith("T_RTX"))
                        .findFirst()
                        .orElse(null);
        return h.ask(Topic.RTO, choices, rule, TELLING);
    }
}
