package dev.handshakelab.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Signal.Reply;
import dev.handshakelab.tcp.TcpEvent.Receive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint under test: the real machine, a clock that tests move, and questions about the step
 * just taken. Each step is checked by {@link Invariants} unless a counterfactual variant is on.
 */
final class Endpoint {
    static final TcpSocket HERE = new TcpSocket("192.0.2.1", 49152);
    static final TcpSocket PEER = new TcpSocket("192.0.2.2", 80);
    static final TcpSocket STRANGER = new TcpSocket("192.0.2.3", 81);
    static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000 * MILLI;

    private final int ours;
    private final int theirs;
    private final List<Transition> steps = new ArrayList<>();
    private Tcb tcb;
    private long nowNanos;

    private Endpoint(Tcb tcb, int ours, int theirs, long nowNanos) {
        this.tcb = tcb;
        this.ours = ours;
        this.theirs = theirs;
        this.nowNanos = nowNanos;
    }

    /** A new endpoint: its first ISS is 100, the next ones are 66000, 200000, ... */
    static Endpoint with(TcpOptions options) {
        return shifted(options, 0, 0);
    }

    /** A new endpoint whose numbers, and those of its peer, are moved along the circle. */
    static Endpoint shifted(TcpOptions options, int ours, int theirs) {
        IssPolicy given = new IssPolicy.Given(List.of(100 + ours, 70_000 + ours, 200_000 + ours));
        return new Endpoint(Tcb.closed(new EndpointConfig(HERE, options, given)), ours, theirs, 0);
    }

    /** Another endpoint in the same situation. */
    Endpoint copy() {
        Endpoint copy = new Endpoint(tcb, ours, theirs, nowNanos);
        copy.steps.addAll(steps);
        return copy;
    }

    Tcb tcb() {
        return tcb;
    }

    long nowNanos() {
        return nowNanos;
    }

    int ours() {
        return ours;
    }

    int theirs() {
        return theirs;
    }

    Transition last() {
        return steps.getLast();
    }

    List<Transition> steps() {
        return steps;
    }

    Endpoint does(TcpEvent event) {
        Transition step = TcpMachine.step(tcb, event);
        if (tcb.options().isTcp()) {
            Invariants.check(step);
        }
        steps.add(step);
        tcb = step.after();
        return this;
    }

    Endpoint withOptions(TcpOptions options) {
        tcb = tcb.withOptions(options);
        return this;
    }

    // Events

    Endpoint opensPassively() {
        return does(new TcpEvent.Open(nowNanos, false, null, Octets.EMPTY, false));
    }

    Endpoint listensFor(TcpSocket remote) {
        return does(new TcpEvent.Open(nowNanos, false, remote, Octets.EMPTY, false));
    }

    Endpoint opensActively() {
        return opensActively(PEER, "");
    }

    Endpoint opensActively(@Nullable TcpSocket remote, String text) {
        return does(new TcpEvent.Open(nowNanos, true, remote, Octets.utf8(text), false));
    }

    Endpoint sends(int octets) {
        return sendsText("x".repeat(octets));
    }

    Endpoint sendsText(String text) {
        return does(new TcpEvent.Send(nowNanos, Octets.utf8(text), true, false));
    }

    Endpoint sendsUrgently(String text) {
        return does(new TcpEvent.Send(nowNanos, Octets.utf8(text), true, true));
    }

    Endpoint receives(long octets) {
        return does(new Receive(nowNanos, octets));
    }

    Endpoint readsOnAndOn() {
        return receives(Receive.UNLIMITED);
    }

    Endpoint closes() {
        return does(new TcpEvent.Close(nowNanos, true));
    }

    /** A socket's close(): ends reading too. */
    Endpoint closesBothWays() {
        return does(new TcpEvent.Close(nowNanos, false));
    }

    Endpoint aborts() {
        return does(new TcpEvent.Abort(nowNanos));
    }

    Endpoint asksStatus() {
        return does(new TcpEvent.Status(nowNanos));
    }

    Endpoint gets(Seg segment) {
        return getsFrom(PEER, segment);
    }

    Endpoint getsFrom(TcpSocket source, Seg segment) {
        return does(
                new TcpEvent.SegmentArrives(nowNanos, source, segment.build(ours, theirs), false));
    }

    /** A segment arrives and another one at the same moment. */
    Endpoint getsFirstOfSome(Seg segment) {
        return does(new TcpEvent.SegmentArrives(nowNanos, PEER, segment.build(ours, theirs), true));
    }

    Endpoint waits(long millis) {
        nowNanos += millis * MILLI;
        return this;
    }

    /** Lets the clock run until this timer fires; it must be running. */
    Endpoint timesOut(TimerKind kind) {
        Timers.Timer timer = tcb.timers().get(kind);
        assertThat(timer).as("%s runs in %s", kind, tcb.state()).isNotNull();
        nowNanos = Math.max(nowNanos, timer.dueAtNanos());
        return does(new TcpEvent.Timeout(nowNanos, kind));
    }

    // Questions

    /**
     * In the step just taken exactly these rules fired; G and P rules only count if they are named.
     */
    Endpoint fired(Rule... expected) {
        List<Rule> wanted = Arrays.asList(expected);
        List<Rule> actual =
                last().rules().stream()
                        .filter(rule -> wanted.contains(rule) || !isAside(rule))
                        .toList();
        assertThat(actual).as("rules of %s", last().rules()).isEqualTo(wanted);
        return this;
    }

    private static boolean isAside(Rule rule) {
        return rule.name().startsWith("G_") || rule.name().startsWith("P_");
    }

    /** In the step just taken exactly these segments were sent. */
    Endpoint sent(String... expected) {
        assertThat(last().emissions())
                .extracting(emission -> emission.segment().toString())
                .containsExactly(expected);
        return this;
    }

    Endpoint sentNothing() {
        return sent();
    }

    /** In the step just taken the user was told exactly this. */
    Endpoint told(Signal... expected) {
        assertThat(last().signals()).containsExactly(expected);
        return this;
    }

    Endpoint answered(Reply reply) {
        return told(new Signal.Answered(reply));
    }

    Endpoint toldNothing() {
        return told();
    }

    Endpoint is(TcpState expected) {
        assertThat(tcb.state()).isEqualTo(expected);
        return this;
    }

    /**
     * Nothing of the connection changed but limiter, timers and counters of the peer's presence.
     */
    Endpoint isUnchanged() {
        assertThat(Essence.of(last().after())).isEqualTo(Essence.of(last().before()));
        return this;
    }

    Endpoint has(Variable variable, long expected) {
        Step step = new Step(tcb, new TcpEvent.Status(nowNanos));
        assertThat(Variables.get(step, variable)).as(variable.rfcName()).isEqualTo(expected);
        return this;
    }

    Endpoint hasFinSeq(@Nullable Integer expected) {
        assertThat(tcb.finSeq()).isEqualTo(expected);
        return this;
    }

    /** Exactly these timers run. */
    Endpoint runs(TimerKind... expected) {
        assertThat(tcb.timers().all())
                .extracting(Timers.Timer::kind)
                .containsExactlyInAnyOrder(expected);
        return this;
    }

    /** A timer fires that long from now. */
    Endpoint fires(TimerKind kind, long inMillis) {
        Timers.Timer timer = tcb.timers().get(kind);
        assertThat(timer).as("%s runs", kind).isNotNull();
        assertThat(timer.dueAtNanos() - nowNanos).as("%s", kind).isEqualTo(inMillis * MILLI);
        return this;
    }

    Endpoint retransmissionQueueIs(String... flagsAndNumbers) {
        assertThat(tcb.retransmissionQueue())
                .extracting(element ->
                        element.flags().without(Flags.PSH)
                                + " "
                                + Integer.toUnsignedString(element.seq())
                                + "+"
                                + element.length())
                .containsExactly(flagsAndNumbers);
        return this;
    }
}
