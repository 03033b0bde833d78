package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Signal.Reply;
import dev.handshakelab.tcp.Tcb.Held;
import dev.handshakelab.tcp.Tcb.Limiter;
import dev.handshakelab.tcp.Tcb.Negotiated;
import dev.handshakelab.tcp.Tcb.Outstanding;
import dev.handshakelab.tcp.Tcb.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of a control block during one step, and the record of what is done to it. Lives
 * no longer than the call of {@link TcpMachine#step}.
 */
final class Step {
    final TcpEvent event;
    final long nowNanos;
    final EndpointConfig config;
    final TcpOptions options;

    // The control block, field by field; see Tcb for what they mean.
    TcpState state = TcpState.CLOSED;
    boolean openedPassively;
    @Nullable TcpSocket remote;
    boolean remoteGiven;
    int iss;
    int sndUna;
    int sndNxt;
    long sndWnd;
    int sndUp;
    int sndWl1;
    int sndWl2;
    long maxSndWnd;
    int irs;
    int rcvNxt;
    long rcvWnd;
    int rcvUp;
    @Nullable Integer finSeq;
    boolean closeRequested;
    boolean userReads = true;
    Octets unsent = Octets.EMPTY;
    boolean unsentPush;
    List<Outstanding> queue = List.of();
    List<Held> held = List.of();
    Octets unread = Octets.EMPTY;
    long receiveCredit;
    RoundTrip roundTrip;
    Timers timers = Timers.NONE;
    Negotiated negotiated = Negotiated.NOTHING;
    boolean ackDue;
    int ackOctets;
    Limiter limiter = Limiter.FRESH;
    int unansweredProbes;
    @Nullable Tcb fromTimeWait;
    int issUsed;

    private final Tcb before;
    private final List<Firing> firings = new ArrayList<>();
    private final List<Emission> emissions = new ArrayList<>(2);
    private final List<Signal> signals = new ArrayList<>(2);
    private @Nullable Rule openRule;
    private List<Check> openChecks = List.of();
    private List<Assignment> openAssignments = new ArrayList<>(4);
    private TcpState openFrom = TcpState.CLOSED;

    Step(Tcb before, TcpEvent event) {
        this.before = before;
        this.event = event;
        this.nowNanos = event.atNanos();
        this.config = before.config();
        this.options = before.options();
        this.roundTrip = before.roundTrip();
        load(before);
    }

    /** Takes over all fields of a control block. */
    void load(Tcb from) {
        state = from.state();
        openedPassively = from.openedPassively();
        remote = from.remote();
        remoteGiven = from.remoteGiven();
        iss = from.send().iss();
        sndUna = from.send().una();
        sndNxt = from.send().nxt();
        sndWnd = from.send().wnd();
        sndUp = from.send().up();
        sndWl1 = from.send().wl1();
        sndWl2 = from.send().wl2();
        maxSndWnd = from.send().maxWnd();
        irs = from.receive().irs();
        rcvNxt = from.receive().nxt();
        rcvWnd = from.receive().wnd();
        rcvUp = from.receive().up();
        finSeq = from.finSeq();
        closeRequested = from.closeRequested();
        userReads = from.userReads();
        unsent = from.unsent();
        unsentPush = from.unsentPush();
        queue = from.retransmissionQueue();
        held = from.reassemblyQueue();
        unread = from.unread();
        receiveCredit = from.receiveCredit();
        roundTrip = from.roundTrip();
        timers = from.timers();
        negotiated = from.negotiated();
        ackDue = from.acknowledgment().due();
        ackOctets = from.acknowledgment().octets();
        limiter = from.limiter();
        unansweredProbes = from.unansweredProbes();
        fromTimeWait = from.fromTimeWait();
        issUsed = from.issUsed();
    }

    /** The working copy as a control block. */
    Tcb toTcb() {
        return new Tcb(
                config,
                state,
                openedPassively,
                remote,
                remoteGiven,
                new Tcb.SendVariables(
                        iss, sndUna, sndNxt, sndWnd, sndUp, sndWl1, sndWl2, maxSndWnd),
                new Tcb.ReceiveVariables(irs, rcvNxt, rcvWnd, rcvUp),
                finSeq,
                closeRequested,
                userReads,
                unsent,
                unsentPush,
                queue,
                held,
                unread,
                receiveCredit,
                roundTrip,
                timers,
                negotiated,
                new Tcb.PendingAck(ackDue, ackOctets),
                limiter,
                unansweredProbes,
                fromTimeWait,
                issUsed);
    }

    /**
     * Records that a rule fired because of these checks; what is assigned from now on belongs to
     * it.
     */
    void fire(Rule rule, Check... checks) {
        closeFiring();
        openRule = rule;
        openChecks = List.of(checks);
        openAssignments = new ArrayList<>(4);
        openFrom = state;
    }

    private void closeFiring() {
        if (openRule != null) {
            firings.add(new Firing(openRule, openChecks, openAssignments, openFrom, state));
            openRule = null;
        }
    }

    /** The rule that fired last. */
    Rule rule() {
        if (openRule == null) {
            throw new IllegalStateException("no rule has fired yet");
        }
        return openRule;
    }

    boolean hasFiredAny() {
        return openRule != null;
    }

    boolean hasFired(Rule rule) {
        return openRule == rule || firings.stream().anyMatch(firing -> firing.rule() == rule);
    }

    void enter(TcpState next) {
        state = next;
    }

    /** Sets a variable and remembers why, unless the value is the same as before. */
    void assign(Variable variable, long value, String expression) {
        long old = Variables.get(this, variable);
        Variables.set(this, variable, value);
        long now = Variables.get(this, variable);
        if (old != now) {
            openAssignments.add(new Assignment(variable, expression, old, now));
        }
    }

    void tell(Signal signal) {
        signals.add(signal);
    }

    void answer(Reply reply) {
        signals.add(new Signal.Answered(reply));
    }

    /**
     * Hands a segment to the network; whatever carries an acknowledgment settles what was to be
     * acknowledged.
     */
    void emit(Segment segment, Purpose purpose, Rule rule) {
        emissions.add(new Emission(segment, purpose, rule));
        if (segment.flags().ack() && !segment.flags().rst()) {
            ackDue = false;
            ackOctets = 0;
            timers = timers.stopped(TimerKind.DELAYED_ACK);
            negotiated = Negotiation.acknowledged(negotiated, segment.ack());
        }
    }

    void emit(Segment segment, Purpose purpose) {
        emit(segment, purpose, rule());
    }

    boolean hasEmitted() {
        return !emissions.isEmpty();
    }

    void startTimer(TimerKind kind, long lengthNanos) {
        timers = timers.started(kind, nowNanos, lengthNanos);
    }

    void stopTimer(TimerKind kind) {
        timers = timers.stopped(kind);
    }

    /** Forgets the connection: CLOSED. */
    void deleteTcb() {
        load(Tcb.closed(config, issUsed, limiter));
    }

    /** Ends calls that are still waiting, if there are any. */
    void endPendingCalls(Reply reply) {
        // A SYN or FIN on the queue is no call of the user's that waits.
        boolean sending =
                !unsent.isEmpty() || queue.stream().anyMatch(sent -> !sent.text().isEmpty());
        if (sending || receiveCredit > 0) {
            tell(new Signal.PendingCallsEnded(reply));
        }
    }

    /**
     * Forgets what is queued in either direction; nothing of it is sent or acknowledged any more.
     */
    void flushQueues() {
        unsent = Octets.EMPTY;
        unsentPush = false;
        queue = List.of();
        held = List.of();
        unread = Octets.EMPTY;
        closeRequested = false;
        fromTimeWait = null;
        ackDue = false;
        ackOctets = 0;
    }

    /** Adds to the retransmission queue. */
    void enqueue(Outstanding element) {
        List<Outstanding> longer = new ArrayList<>(queue);
        longer.add(element);
        queue = longer;
    }

    /** Puts another element in the place of the first one of the retransmission queue. */
    void replaceFront(Outstanding element) {
        List<Outstanding> changed = new ArrayList<>(queue);
        changed.set(0, element);
        queue = changed;
    }

    Transition finish() {
        closeFiring();
        return new Transition(before, event, toTcb(), firings, emissions, signals);
    }
}
