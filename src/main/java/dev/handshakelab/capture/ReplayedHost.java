package dev.handshakelab.capture;

import static dev.handshakelab.tcp.SequenceNumbers.gt;

import dev.handshakelab.capture.MachineView.Verdict;
import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.EndpointConfig;
import dev.handshakelab.tcp.IssPolicy;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpMachine;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpOptionsBuilder;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Transition;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One host of a capture, played by the machine. */
final class ReplayedHost {
    /** An answer that the rules ask for comes at once. */
    private static final long AT_ONCE_NANOS = 30_000_000;

    private static final int LEAST_BUFFER = 65_535;
    private static final int MOST_BUFFER = 1 << 30;
    private static final int MOST_SHIFT = 14;

    private final Timeline timeline;
    private final Side side;
    private final TcpSocket peer;

    /** The segments that the host sends, with the frames in which it does. */
    private final List<Sending> sendings = new ArrayList<>();

    private int nextSending;
    private @Nullable Tcb tcb;

    private record Sending(int frame, long atNanos, Flight flight) {}

    ReplayedHost(Timeline timeline, Side side) {
        this.timeline = timeline;
        this.side = side;
        peer = timeline.host(side.other()).socket();
        for (Frame frame : timeline.frames()) {
            for (Fact fact : frame.facts()) {
                if (fact instanceof Fact.Sent(long at, Side sender, Flight flight)
                        && sender == side) {
                    sendings.add(new Sending(frame.index(), at, flight));
                }
            }
        }
    }

    /** Its control block now; null if the machine does not know it. */
    @Nullable Tcb tcb() {
        return tcb;
    }

    /** The host receives a segment. */
    @Nullable MachineView arrived(Frame frame, Flight flight) {
        Segment segment = flight.segment();
        HostView view = frame.host(side);
        Tcb now = tcb;
        boolean isSyn = segment.flags().syn() && !segment.flags().ack();
        boolean isIdle = now == null || now.state() == TcpState.CLOSED;
        if (endedUnseen(frame)) {
            now = fresh(frame, false);
        } else if (isSyn && isIdle) {
            now = fresh(frame, view.state() == TcpState.SYN_RECEIVED);
        }
        if (now == null) {
            return null;
        }
        var event = new TcpEvent.SegmentArrives(frame.atNanos(), peer, segment, false);
        return conclude(frame, now, event, answerVerdict(frame, segment));
    }

    /** A call without a segment, a timeout or a crash came before. */
    private boolean endedUnseen(Frame frame) {
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.StateChanged changed && changed.side() == side) {
                return changed.rule() == null && changed.to() == TcpState.CLOSED;
            }
        }
        return false;
    }

    /** The host sends a segment: a call that the machine is given, or what it has sent itself. */
    @Nullable MachineView sent(Frame frame, Flight flight) {
        nextSending++;
        Segment segment = flight.segment();
        boolean opens = segment.flags().syn() && !segment.flags().ack();
        Tcb now = tcb;
        if (opens && (now == null || !isSameSyn(now, segment))) {
            now = fresh(frame, false);
            var open = new TcpEvent.Open(frame.atNanos(), true, peer, segment.text(), true);
            return conclude(frame, now, open, _ -> Verdict.AGREES);
        }
        if (now == null || segment.flags().syn()) {
            return null;
        }
        if (segment.flags().rst()) {
            boolean isOver = now.state() == TcpState.CLOSED || now.state() == TcpState.LISTEN;
            boolean isAnswer = isOver || now.state() == TcpState.SYN_SENT;
            return isAnswer
                    ? null
                    : conclude(
                            frame, now, new TcpEvent.Abort(frame.atNanos()), _ -> Verdict.AGREES);
        }
        return gt(segment.end(), now.send().nxt()) ? text(frame, now, segment) : null;
    }

    private static boolean isSameSyn(Tcb tcb, Segment syn) {
        return tcb.state() != TcpState.CLOSED
                && tcb.state() != TcpState.LISTEN
                && tcb.send().iss() == syn.seq();
    }

    /** New data, the FIN, or both: the machine has to come as far by the same calls. */
    private @Nullable MachineView text(Frame frame, Tcb before, Segment segment) {
        int old = before.send().nxt() - segment.textSeq();
        if (old < 0) {
            // Something before it was not captured.
            tcb = null;
            return null;
        }
        Octets text = segment.text().from(Math.min(old, segment.text().length()));
        MachineView view = null;
        Tcb now = before;
        if (!text.isEmpty()) {
            var send = new TcpEvent.Send(frame.atNanos(), text, segment.flags().psh(), false);
            boolean more = segment.flags().fin();
            view = more ? step(frame, now, send) : conclude(frame, now, send, _ -> Verdict.AGREES);
            now = tcb;
        }
        if (segment.flags().fin() && now != null) {
            var close = new TcpEvent.Close(frame.atNanos(), true);
            view = conclude(frame, now, close, _ -> Verdict.AGREES);
        }
        if (tcb != null && tcb.send().nxt() != segment.end()) {
            tcb = null;
        }
        return view;
    }

    /** One step of two: the state is compared only after the second. */
    private MachineView step(Frame frame, Tcb now, TcpEvent event) {
        Transition transition = TcpMachine.step(now, event);
        tcb = transition.after();
        return new MachineView(frame.index(), side, Verdict.AGREES, transition, transition);
    }

    /** Judges the answer of the machine. */
    @FunctionalInterface
    private interface Judge {
        Verdict judge(Transition transition);
    }

    private MachineView conclude(Frame frame, Tcb now, TcpEvent event, Judge judge) {
        Transition likeLinux = TcpMachine.step(now, event);
        Transition byTheRfc = TcpMachine.step(now.withOptions(rfc(now.options())), event);
        HostView view = frame.host(side);
        TcpState state = likeLinux.after().state();
        Verdict verdict = judge.judge(likeLinux);
        if (view.certainty() != Certainty.UNKNOWN && !isSame(view.state(), state)) {
            verdict = Verdict.OTHER_STATE;
        }
        tcb = verdict == Verdict.AGREES ? likeLinux.after() : null;
        return new MachineView(frame.index(), side, verdict, likeLinux, byTheRfc);
    }

    /** Nothing shows whether an application listens again. */
    private static boolean isSame(TcpState captured, TcpState machine) {
        return captured == machine
                || (captured == TcpState.CLOSED && machine == TcpState.LISTEN)
                || (captured == TcpState.LISTEN && machine == TcpState.CLOSED);
    }

    /**
     * Of answers, those count that no delay and no joining of acknowledgments changes: RST and
     * SYN-ACK.
     */
    private Judge answerVerdict(Frame frame, Segment cause) {
        Segment actual = promptAnswer(frame);
        return transition -> {
            boolean fits = true;
            boolean expectsReset = false;
            for (Emission emission : transition.emissions()) {
                Segment expected = emission.segment();
                if (expected.flags().rst() || expected.flags().syn()) {
                    expectsReset |= expected.flags().rst();
                    fits &=
                            actual != null
                                    && actual.flags().rst() == expected.flags().rst()
                                    && actual.flags().syn() == expected.flags().syn()
                                    && actual.seq() == expected.seq()
                                    && actual.ack() == expected.ack();
                }
            }
            boolean resets =
                    actual != null
                            && actual.flags().rst()
                            && cause.flags().ack()
                            && !actual.flags().ack()
                            && actual.seq() == cause.ack();
            return fits && (expectsReset || !resets) ? Verdict.AGREES : Verdict.OTHER_ANSWER;
        };
    }

    private @Nullable Segment promptAnswer(Frame frame) {
        if (nextSending >= sendings.size()) {
            return null;
        }
        Sending next = sendings.get(nextSending);
        for (int i = frame.index() + 1; i < next.frame(); i++) {
            for (Fact fact : timeline.frame(i).facts()) {
                if (fact instanceof Fact.Arrived && fact.side() == side) {
                    return null;
                }
            }
        }
        boolean isPrompt = next.atNanos() - frame.atNanos() <= AT_ONCE_NANOS;
        return isPrompt ? next.flight().segment() : null;
    }

    // The beginning

    /** A new control block with the numbers that the host is going to use. */
    private Tcb fresh(Frame frame, boolean listens) {
        Segment syn = null;
        int synWindow = 0;
        int window = 0;
        List<Integer> numbers = new ArrayList<>();
        for (int i = Math.max(0, nextSending - 1); i < sendings.size(); i++) {
            Segment segment = sendings.get(i).flight().segment();
            boolean isSyn = segment.flags().syn();
            if (isSyn && (numbers.isEmpty() || numbers.getLast() != segment.seq())) {
                numbers.add(segment.seq());
            }
            if (isSyn && syn == null) {
                // The window of a SYN is never scaled (RFC 7323, 2.2).
                syn = segment;
                synWindow = segment.window();
            } else if (!isSyn && numbers.size() < 2) {
                window = Math.max(window, segment.window());
            }
        }
        List<Integer> iss = numbers.isEmpty() ? List.of(0) : numbers;
        TcpOptions options = options(syn, synWindow, window);
        TcpSocket local = timeline.host(side).socket();
        Tcb closed = Tcb.closed(new EndpointConfig(local, options, new IssPolicy.Given(iss)));
        if (!listens) {
            return closed;
        }
        var open = new TcpEvent.Open(frame.atNanos(), false, null, Octets.EMPTY, true);
        return TcpMachine.step(closed, open).after();
    }

    private static TcpOptions options(@Nullable Segment syn, int synWindow, int window) {
        TcpOptionsBuilder builder =
                TcpOptions.LINUX_LIKE.toBuilder()
                        .without(Switch.NAGLE)
                        .without(Switch.SWS_AVOIDANCE)
                        .without(Switch.ACK_LIMITER)
                        .delayedAckNanos(0)
                        .sendBuffer(MOST_BUFFER);
        int shift = syn == null ? 0 : Math.min(syn.options().windowScale().orElse(0), MOST_SHIFT);
        if (syn != null && syn.options().windowScale().isPresent()) {
            builder.with(Switch.WINDOW_SCALE).windowShift(shift);
        }
        long largest = Math.max(synWindow, (long) window << shift);
        long buffer = Math.clamp(largest, LEAST_BUFFER, MOST_BUFFER);
        return builder.receiveBuffer((int) buffer).build();
    }

    /** The same host without what only Linux does. */
    private static TcpOptions rfc(TcpOptions options) {
        TcpOptionsBuilder builder = options.toBuilder();
        for (Switch which : Switch.values()) {
            if (which.name().startsWith("LINUX_")) {
                builder.without(which);
            }
        }
        return builder.without(Switch.RESEND_SYN_ACK)
                .timeWaitReuse(TcpOptions.TimeWaitReuse.NONE)
                .build();
    }
}
