package dev.handshakelab.sim;

import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpMachine;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.tcp.Transition;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The making of one step: starts from a world, takes changes and facts, ends in the next world and
 * a frame.
 */
final class Turn {
    private final World before;
    private final long nowNanos;
    private final List<Fact> facts = new ArrayList<>();
    private final Traffic traffic;
    private HostState a;
    private HostState b;

    Turn(World before, long nowNanos) {
        this.before = before;
        this.nowNanos = nowNanos;
        a = before.a();
        b = before.b();
        traffic = new Traffic(before, nowNanos, facts);
    }

    long nowNanos() {
        return nowNanos;
    }

    Traffic traffic() {
        return traffic;
    }

    HostState host(Side side) {
        return side == Side.A ? a : b;
    }

    private void setHost(Side side, HostState state) {
        if (side == Side.A) {
            a = state;
        } else {
            b = state;
        }
    }

    // What happens at a host

    void call(Side side, TcpEvent.UserCall call) {
        facts.add(new Fact.Called(nowNanos, side, call));
        run(side, call, null);
    }

    void arrive(Flight flight, boolean moreQueued) {
        traffic.remove(flight);
        Side side = flight.to();
        facts.add(new Fact.Arrived(nowNanos, side, flight));
        HostState host = host(side);
        setHost(side, host.withReceived(host.received().plus(flight.segment().flags())));
        TcpSocket source = before.plan().host(flight.from()).info().socket();
        run(
                side,
                new TcpEvent.SegmentArrives(nowNanos, source, flight.segment(), moreQueued),
                null);
    }

    void fire(Side side, TimerKind kind) {
        facts.add(new Fact.TimerFired(nowNanos, side, kind));
        run(side, new TcpEvent.Timeout(nowNanos, kind), kind);
    }

    void crash(Side side, boolean down) {
        HostState host = host(side);
        facts.add(new Fact.Crashed(nowNanos, side));
        TcpState from = host.tcb().state();
        setHost(side, host.crashed(!down));
        if (from != TcpState.CLOSED) {
            facts.add(new Fact.StateChanged(nowNanos, side, from, TcpState.CLOSED, null));
        }
        addTimerFacts(side, host.tcb().timers(), Timers.NONE, null);
        if (!down) {
            facts.add(new Fact.Rebooted(nowNanos, side));
        }
    }

    void reboot(Side side) {
        facts.add(new Fact.Rebooted(nowNanos, side));
        setHost(side, host(side).withUp(true));
    }

    void setOptions(Side side, TcpOptions options) {
        facts.add(new Fact.OptionsChanged(nowNanos, side, options));
        setHost(side, host(side).withTcb(host(side).tcb().withOptions(options)));
    }

    private void run(Side side, TcpEvent event, @Nullable TimerKind fired) {
        HostState host = host(side);
        Transition transition = TcpMachine.step(host.tcb(), event);
        HostState next = host.withTcb(transition.after());
        TcpState state = transition.before().state();
        for (var firing : transition.firings()) {
            facts.add(new Fact.RuleFired(nowNanos, side, firing));
            if (firing.changesState()) {
                state = firing.to();
                next = next.having(state);
                facts.add(
                        new Fact.StateChanged(
                                nowNanos, side, firing.from(), firing.to(), firing.rule()));
            }
        }
        if (state != transition.after().state()) {
            TcpState to = transition.after().state();
            next = next.having(to);
            facts.add(new Fact.StateChanged(nowNanos, side, state, to, null));
        }
        addTimerFacts(side, host.tcb().timers(), transition.after().timers(), fired);
        for (var signal : transition.signals()) {
            facts.add(new Fact.Told(nowNanos, side, signal));
            next = next.told(signal);
        }
        for (Emission emission : transition.emissions()) {
            next = next.withSent(next.sent().plus(emission.segment().flags()));
            traffic.send(side, emission);
        }
        setHost(side, next);
    }

    private void addTimerFacts(Side side, Timers old, Timers now, @Nullable TimerKind fired) {
        for (TimerKind kind : TimerKind.values()) {
            Timers.Timer before = old.get(kind);
            Timers.Timer after = now.get(kind);
            if (after == null && before != null && kind != fired) {
                facts.add(new Fact.TimerStopped(nowNanos, side, kind));
            } else if (after != null && (kind == fired || !after.equals(before))) {
                facts.add(new Fact.TimerStarted(nowNanos, side, after));
            }
        }
    }

    // The end

    /**
     * The next world and the frame, with the script as it stands; conditions that came true are
     * noted in it.
     */
    Step end(ScriptState script) {
        World next =
                new World(
                        before.plan(),
                        nowNanos,
                        before.steps() + 1,
                        a,
                        b,
                        traffic.state(),
                        script,
                        traffic.nextNumber(),
                        before.untilNanos(),
                        before.maxSteps());
        World looked = Scripts.withConditionsSeen(next);
        return new Step(looked, frame(looked, facts));
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    static Frame frame(World world, List<Fact> facts) {
        return new Frame(
                world.steps(),
                world.nowNanos(),
                facts,
                HostView.of(world.tcb(Side.A)),
                HostView.of(world.tcb(Side.B)),
                world.inTransit());
    }
}
