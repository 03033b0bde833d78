package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Signal.Reply;
import dev.handshakelab.tcp.Timers.Timer;
import java.util.ArrayList;
import java.util.List;

/** One endpoint, the calls of its user and a scripted peer; virtual time. */
final class Bench {
    static final TcpSocket LOCAL = new TcpSocket("10.9.0.2", 7000);
    static final TcpSocket REMOTE = new TcpSocket("10.9.0.1", 40000);
    private static final int WINDOW = 64_240;
    private static final long ROUND_TRIP_NANOS = 1_000_000L;
    private static final long DELAYED_ACK_NANOS = 50_000_000L;

    /** How a connection came about before it was brought into a state. */
    record Past(boolean opensActively, boolean talked, int iss, int irs) {}

    private final Past past;
    private Tcb tcb;
    private long nowNanos = 5_000_000_000L;
    private boolean saidEndOfStream;

    /** What happened since {@link #forget}. */
    private final List<Transition> transitions = new ArrayList<>();

    Bench(TcpOptions options, Past past) {
        this.past = past;
        this.tcb =
                Tcb.closed(
                        new EndpointConfig(
                                LOCAL, options, new IssPolicy.Given(List.of(past.iss()))));
    }

    Tcb tcb() {
        return tcb;
    }

    long nowNanos() {
        return nowNanos;
    }

    /** Whether the user was told at any time that the peer has finished. */
    boolean saidEndOfStream() {
        return saidEndOfStream;
    }

    /** Error replies to the user that came unasked since {@link #forget}. */
    List<Reply> failures() {
        List<Reply> failures = new ArrayList<>();
        for (Signal signal : signals()) {
            if (signal instanceof Signal.Failed(Reply reason)) {
                failures.add(reason);
            } else if (signal instanceof Signal.ResetWhileClosing) {
                failures.add(Reply.CONNECTION_RESET);
            }
        }
        return failures;
    }

    List<Signal> signals() {
        return transitions.stream().flatMap(each -> each.signals().stream()).toList();
    }

    List<Emission> emissions() {
        return transitions.stream().flatMap(each -> each.emissions().stream()).toList();
    }

    void forget() {
        transitions.clear();
    }

    void open(boolean active) {
        step(new TcpEvent.Open(nowNanos, active, active ? REMOTE : null, Octets.EMPTY, true));
    }

    void close(boolean receiving) {
        step(new TcpEvent.Close(nowNanos, receiving));
    }

    /** A segment at RCV.NXT; a SYN, at the peer's first number. A FIN's ACK may be delayed. */
    void peerSends(Flags flags, int ack) {
        int seq = flags.syn() ? past.irs() : tcb.receive().nxt();
        arrive(Segment.of(seq, flags.ack() ? ack : 0, flags, WINDOW));
        if (flags.fin()) {
            runTimers(DELAYED_ACK_NANOS);
        }
    }

    /** Opens in the past's way, and talks a little if the past says so. */
    void establish() {
        open(past.opensActively());
        if (past.opensActively()) {
            nowNanos += ROUND_TRIP_NANOS;
            peerSends(Flags.SYN_ACK, tcb.send().nxt());
        } else {
            peerSends(Flags.SYN, 0);
            nowNanos += ROUND_TRIP_NANOS;
            peerSends(Flags.ACK, tcb.send().nxt());
        }
        if (past.talked()) {
            step(new TcpEvent.Send(nowNanos, Octets.utf8("a question of 23 octets"), true, false));
            nowNanos += ROUND_TRIP_NANOS;
            arrive(
                    Segment.of(tcb.receive().nxt(), tcb.send().nxt(), Flags.ACK, WINDOW)
                            .withText(Octets.utf8("an answer of 22 octets")));
            runTimers(DELAYED_ACK_NANOS);
        }
    }

    void arrive(Segment segment) {
        step(new TcpEvent.SegmentArrives(nowNanos, REMOTE, segment, false));
    }

    /** Lets the timers fire that fall due within this time. */
    void runTimers(long forNanos) {
        long end = nowNanos + forNanos;
        Timer next = tcb.timers().next();
        while (next != null && next.dueAtNanos() <= end) {
            nowNanos = Math.max(nowNanos, next.dueAtNanos());
            step(new TcpEvent.Timeout(nowNanos, next.kind()));
            next = tcb.timers().next();
        }
        nowNanos = end;
    }

    private void step(TcpEvent event) {
        Transition transition = TcpMachine.step(tcb, event);
        tcb = transition.after();
        transitions.add(transition);
        saidEndOfStream |=
                transition.signals().stream().anyMatch(Signal.EndOfStream.class::isInstance);
    }
}
