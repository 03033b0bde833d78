package dev.handshakelab.sim;

import dev.handshakelab.sim.NetworkState.Transit;
import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.Segment;
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
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The making of one step: starts from a world, takes changes and facts, ends in the next world and
 * a frame.
 */
final class Turn {
    private final World before;
    private final long nowNanos;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Transit> transit;
    private final LinkRandom random;
    private final FaultDesk faults;
    private HostState a;
    private HostState b;
    private boolean connected;
    private long nextFlightId;
    private long nextNumber;

    Turn(World before, long nowNanos) {
        this.before = before;
        this.nowNanos = nowNanos;
        a = before.a();
        b = before.b();
        NetworkState network = before.network();
        transit = new ArrayList<>(network.transit());
        random = new LinkRandom(network.random());
        faults = new FaultDesk(before.plan().faults(), network.fits(), random);
        connected = network.connected();
        nextFlightId = network.nextFlightId();
        nextNumber = before.nextNumber();
    }

    long nowNanos() {
        return nowNanos;
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

    /** The segment with this id, if it is still on its way. */
    Optional<Flight> flight(long id) {
        return transit.stream().map(Transit::flight).filter(f -> f.id() == id).findFirst();
    }

    /** The segments on their way of which this is true, in the order of departure. */
    List<Flight> flights(Predicate<Flight> test) {
        return transit.stream().map(Transit::flight).filter(test).toList();
    }

    // What happens at a host

    void call(Side side, TcpEvent.UserCall call) {
        facts.add(new Fact.Called(nowNanos, side, call));
        run(side, call, null);
    }

    void arrive(Flight flight, boolean moreQueued) {
        remove(flight);
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
            send(side, emission);
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

    // What happens in the network

    private void send(Side side, Emission emission) {
        Segment segment = emission.segment();
        boolean again = emission.purpose() == Emission.Purpose.RETRANSMISSION;
        FaultDesk.Decision decision = faults.decide(nowNanos, side, segment, again);
        if (!connected) {
            decision = new FaultDesk.Decision.Lose();
        }
        Plan.Link link = before.plan().link();
        Fate fate =
                switch (decision) {
                    case FaultDesk.Decision.Arrive(long extraNanos) ->
                            new Fate.Arrives(Clock.later(usualArrival(link), extraNanos));
                    case FaultDesk.Decision.ArriveTwice _ -> new Fate.Arrives(usualArrival(link));
                    case FaultDesk.Decision.Lose() -> halfWay(link);
                    case FaultDesk.Decision.Keep() -> new Fate.Held();
                };
        Flight flight =
                new Flight(
                        nextFlightId++,
                        side,
                        segment,
                        Flight.Origin.HOST,
                        emission.purpose(),
                        0,
                        nowNanos,
                        fate);
        transit.add(new Transit(flight, nextNumber++));
        facts.add(new Fact.Sent(nowNanos, side, flight));
        if (decision instanceof FaultDesk.Decision.ArriveTwice(long laterNanos)) {
            copy(flight, Clock.later(flight.endsAtNanos(), laterNanos));
        }
    }

    private long usualArrival(Plan.Link link) {
        long extra = random.upTo(link.jitterNanos());
        return Clock.later(nowNanos, Clock.later(link.delayNanos(), extra));
    }

    private Fate halfWay(Plan.Link link) {
        return new Fate.Lost(Clock.later(nowNanos, link.delayNanos() / 2));
    }

    /** Lets a segment of unknown past in; 0 stands for the link's delay. */
    void inject(Side from, Segment segment, Flight.Origin origin, long delayNanos) {
        Plan.Link link = before.plan().link();
        long delay = delayNanos == 0 ? link.delayNanos() : delayNanos;
        Fate fate = connected ? new Fate.Arrives(Clock.later(nowNanos, delay)) : halfWay(link);
        enter(new Flight(nextFlightId++, from, segment, origin, null, 0, nowNanos, fate));
    }

    /** Lets a copy of a segment in. */
    void copy(Flight flight, long arrivesAtNanos) {
        long original = flight.copyOf() == 0 ? flight.id() : flight.copyOf();
        enter(
                new Flight(
                        nextFlightId++,
                        flight.from(),
                        flight.segment(),
                        Flight.Origin.NETWORK_COPY,
                        flight.purpose(),
                        original,
                        nowNanos,
                        new Fate.Arrives(arrivesAtNanos)));
    }

    private void enter(Flight flight) {
        transit.add(new Transit(flight, nextNumber++));
        facts.add(new Fact.Entered(nowNanos, flight.from(), flight));
    }

    /**
     * Gives a segment on its way another fate; among things of the same time it counts as inserted
     * now.
     */
    void reroute(Flight flight, Fate fate) {
        Flight changed = flight.withFate(fate);
        transit.replaceAll(each ->
                each.flight().id() == flight.id() ? new Transit(changed, nextNumber++) : each);
        facts.add(new Fact.Rerouted(nowNanos, flight.from(), changed));
    }

    /** Takes a segment out of the network: it is lost now. */
    void lose(Flight flight) {
        remove(flight);
        Flight lost = flight.withFate(new Fate.Lost(nowNanos));
        facts.add(new Fact.Lost(nowNanos, flight.from(), lost));
    }

    private void remove(Flight flight) {
        transit.removeIf(each -> each.flight().id() == flight.id());
    }

    void setConnected(boolean nowConnected) {
        connected = nowConnected;
        facts.add(new Fact.CableChanged(nowNanos, Side.A, nowConnected));
    }

    // The end

    /**
     * The next world and the frame, with the script as it stands; conditions that came true are
     * noted in it.
     */
    Step end(ScriptState script) {
        NetworkState network =
                new NetworkState(transit, connected, random.state(), faults.fits(), nextFlightId);
        World next =
                new World(
                        before.plan(),
                        nowNanos,
                        before.steps() + 1,
                        a,
                        b,
                        network,
                        script,
                        nextNumber,
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
