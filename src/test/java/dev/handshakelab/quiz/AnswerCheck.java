package dev.handshakelab.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpMachine;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.tcp.Transition;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says whether an answer is true without looking at how the question was made: the machine takes
 * the step once more, and what it then does is compared; the checks of an arriving segment are
 * worked out from the numbers of RFC 9293, 3.10.7.4.
 */
final class AnswerCheck {
    private final Timeline timeline;
    private final Question question;
    private final Frame frame;
    private final Side side;
    private final Tcb before;
    private final Tcb after;

    AnswerCheck(Timeline timeline, Question question) {
        this.timeline = timeline;
        this.question = question;
        this.frame = timeline.frame(question.frameIndex());
        this.side = question.side();
        this.before = timeline.frame(question.frameIndex() - 1).host(side).tcb();
        this.after = frame.host(side).tcb();
    }

    boolean isTrue(Answer answer) {
        return switch (answer) {
            case Answer.State(TcpState state) -> frame.host(side).state() == state;
            case Answer.AckNumber(int number) ->
                    emissions()
                            .filter(segment -> segment.flags().ack())
                            .allMatch(segment -> segment.ack() == number);
            case Answer.Sends(Sent kind) -> sends(kind);
            case Answer.Runs(var timers) -> runs(Set.copyOf(timers));
            case Answer.Judged(Verdict verdict) -> verdict == judge();
            case Answer.Waits(var sides) -> Set.copyOf(sides).equals(waiting());
            case Answer.Rto(long nanos) -> {
                Timers.Timer timer = redo().after().timers().get(TimerKind.RETRANSMISSION);
                yield timer.dueAtNanos() - frame.atNanos() == nanos;
            }
            case Answer.Told(News news) -> told(news);
            case Answer.Returns(Signal.Reply reply) ->
                    redo().signals().contains(new Signal.Answered(reply));
        };
    }

    /** The step, taken once more. */
    private Transition redo() {
        List<TcpEvent> events =
                switch (frame.facts().getFirst()) {
                    case Fact.Called(_, _, var call) -> List.of(call);
                    case Fact.TimerFired(long at, _, var kind) ->
                            List.of(new TcpEvent.Timeout(at, kind));
                    case Fact.Arrived(long at, _, var flight) ->
                            List.of(
                                    arrives(at, flight.segment(), false),
                                    arrives(at, flight.segment(), true));
                    default -> throw new AssertionError(frame.facts().getFirst());
                };
        return events.stream()
                .map(event -> TcpMachine.step(before, event))
                .filter(step -> step.after().equals(after))
                .findFirst()
                .orElseThrow();
    }

    private TcpEvent arrives(long at, Segment segment, boolean more) {
        return new TcpEvent.SegmentArrives(at, timeline.host(side.other()).socket(), segment, more);
    }

    private Stream<Segment> emissions() {
        return redo().emissions().stream().map(Emission::segment);
    }

    private boolean sends(Sent kind) {
        List<Segment> segments = emissions().toList();
        return switch (kind) {
            case NOTHING -> segments.isEmpty();
            case RST -> any(segments, segment -> segment.flags().rst());
            case SYN_ACK -> any(segments, s -> s.flags().syn() && s.flags().ack());
            case SYN -> any(segments, s -> s.flags().syn() && !s.flags().ack());
            case FIN -> any(segments, segment -> segment.flags().fin());
            case DATA -> any(segments, segment -> !segment.text().isEmpty());
            case ACK -> any(segments, s -> s.length() == 0 && s.flags().ack() && !s.flags().rst());
        };
    }

    private static boolean any(List<Segment> segments, java.util.function.Predicate<Segment> test) {
        return segments.stream().anyMatch(test);
    }

    /** Part of what runs would be half right, and so counts as true. */
    private boolean runs(Set<TimerKind> timers) {
        Set<TimerKind> running =
                redo().after().timers().all().stream()
                        .map(Timers.Timer::kind)
                        .collect(Collectors.toSet());
        return timers.isEmpty() ? running.isEmpty() : running.containsAll(timers);
    }

    private Set<Side> waiting() {
        Set<Side> waiting = EnumSet.noneOf(Side.class);
        Set<Side> open = EnumSet.allOf(Side.class);
        IntStream.rangeClosed(frame.index(), timeline.lastIndex())
                .mapToObj(timeline::frame)
                .forEach(later -> {
                    for (Side one : Side.values()) {
                        TcpState state = later.host(one).state();
                        if (open.contains(one) && state == TcpState.TIME_WAIT) {
                            waiting.add(one);
                        }
                        if (state == TcpState.CLOSED) {
                            open.remove(one);
                        }
                    }
                });
        return waiting;
    }

    private boolean told(News news) {
        List<Signal> signals = redo().signals();
        return switch (news) {
            case NOTHING -> signals.isEmpty();
            case CONNECTED -> signals.contains(new Signal.Connected());
            case DATA ->
                    signals.stream()
                            .anyMatch(s ->
                                    s instanceof Signal.Delivered
                                            || s instanceof Signal.DataAvailable);
            case END_OF_STREAM -> signals.contains(new Signal.EndOfStream());
            case CLOSED -> signals.contains(new Signal.ClosedNormally());
            case RESET ->
                    fails(signals, Signal.Reply.CONNECTION_RESET)
                            || signals.contains(new Signal.ResetWhileClosing());
            case REFUSED -> fails(signals, Signal.Reply.CONNECTION_REFUSED);
            case TIMED_OUT -> fails(signals, Signal.Reply.USER_TIMEOUT);
        };
    }

    private static boolean fails(List<Signal> signals, Signal.Reply reason) {
        return signals.contains(new Signal.Failed(reason))
                || signals.contains(new Signal.PendingCallsEnded(reason));
    }

    private Verdict judge() {
        if (!(frame.facts().getFirst() instanceof Fact.Arrived(_, _, var flight))) {
            throw new AssertionError(question);
        }
        Segment segment = flight.segment();
        return switch (before.state()) {
            case CLOSED -> Verdict.NO_CONNECTION;
            case LISTEN -> throw new AssertionError("not asked of a listener: " + question);
            case SYN_SENT ->
                    segment.flags().ack()
                                    && (segment.ack() - before.send().iss() <= 0
                                            || segment.ack() - before.send().nxt() > 0)
                            ? Verdict.ACK_OUT_OF_RANGE
                            : Verdict.TAKEN;
            case SYN_RECEIVED,
                    ESTABLISHED,
                    FIN_WAIT_1,
                    FIN_WAIT_2,
                    CLOSE_WAIT,
                    CLOSING,
                    LAST_ACK,
                    TIME_WAIT ->
                    judgeKnown(segment);
        };
    }

    private Verdict judgeKnown(Segment segment) {
        var stamps = segment.options().timestamps();
        if (before.negotiated().timestamps()
                && !segment.flags().rst()
                && stamps.isPresent()
                && stamps.get().value() - before.negotiated().tsRecent() < 0) {
            return Verdict.OLD_TIMESTAMP;
        }
        int offset = segment.seq() - before.receive().nxt();
        long wnd = before.receive().wnd();
        if (!isInWindow(offset, segment.length(), wnd)) {
            return Verdict.OUTSIDE_WINDOW;
        }
        if (segment.flags().rst()) {
            boolean strict = before.options().has(Switch.RFC_5961);
            return offset == 0 || !strict ? Verdict.TAKEN : Verdict.RESET_NOT_EXACT;
        }
        // The first octet of what reaches back before the window is old, and so is its SYN.
        if (segment.flags().syn() && offset >= 0) {
            return Verdict.SYN_INSIDE;
        }
        if (!segment.flags().ack()) {
            return Verdict.NO_ACK_BIT;
        }
        if (!isAckInRange(segment.ack())) {
            return Verdict.ACK_OUT_OF_RANGE;
        }
        return offset > 0 ? Verdict.KEPT_FOR_LATER : Verdict.TAKEN;
    }

    /** RFC 9293, 3.4, table 5. */
    private static boolean isInWindow(int offset, int length, long wnd) {
        if (length == 0) {
            return wnd == 0 ? offset == 0 : offset >= 0 && offset < wnd;
        }
        int last = offset + length - 1;
        return wnd > 0 && last >= 0 && offset < wnd;
    }

    private boolean isAckInRange(int ack) {
        int behind = before.send().una() - ack;
        boolean sent = ack - before.send().nxt() <= 0;
        if (before.state() == TcpState.SYN_RECEIVED) {
            return sent && behind < 0;
        }
        long reach = before.send().maxWnd();
        if (before.options().has(Switch.LINUX_ACK_RANGE_BY_BYTES_SENT)) {
            reach = Math.min(reach, before.send().una() - before.send().iss());
        }
        return sent && (behind <= reach || !before.options().has(Switch.RFC_5961));
    }

    /** Fails with all that one needs to see why. */
    void assertOnlyTheRightOneIsTrue() {
        List<Choice> choices = question.choices();
        assertThat(choices).as("%s", question).hasSizeBetween(2, 4);
        assertThat(choices).as("%s", question).extracting(Choice::answer).doesNotHaveDuplicates();
        assertThat(choices).as("%s", question).filteredOn(Choice::isRight).hasSize(1);
        for (Choice choice : choices) {
            assertThat(isTrue(choice.answer()))
                    .as("%s of %s, frame %s", choice, question, frame.facts())
                    .isEqualTo(choice.isRight());
        }
    }
}
