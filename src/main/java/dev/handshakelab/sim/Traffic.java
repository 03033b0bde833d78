package dev.handshakelab.sim;

import dev.handshakelab.sim.FaultRule.Match;
import dev.handshakelab.sim.NetworkState.Transit;
import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.NetworkChange;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The network during one step: takes changes, adds the facts of them to those of the step. */
final class Traffic {
    private final Plan plan;
    private final long nowNanos;
    private final List<Fact> facts;
    private final List<Transit> transit;
    private final LinkRandom random;
    private final FaultDesk faults;
    private boolean connected;
    private long manualFrom;
    private long nextFlightId;
    private long nextNumber;

    Traffic(World before, long nowNanos, List<Fact> facts) {
        this.nowNanos = nowNanos;
        this.facts = facts;
        plan = before.plan();
        NetworkState network = before.network();
        transit = new ArrayList<>(network.transit());
        random = new LinkRandom(network.random());
        faults = new FaultDesk(network.rules(), network.fits(), random);
        connected = network.connected();
        manualFrom = network.manualFrom();
        nextFlightId = network.nextFlightId();
        nextNumber = before.nextNumber();
    }

    /** How the network stands now. */
    NetworkState state() {
        return new NetworkState(
                transit,
                connected,
                manualFrom,
                random.state(),
                faults.rules(),
                faults.fits(),
                nextFlightId);
    }

    /** The next insertion number. */
    long nextNumber() {
        return nextNumber;
    }

    /** The segment with this id, if it is still on its way. */
    Optional<Flight> flight(long id) {
        return transit.stream().map(Transit::flight).filter(f -> f.id() == id).findFirst();
    }

    /** The segments on their way of which this is true, in the order of departure. */
    List<Flight> flights(Predicate<Flight> test) {
        return transit.stream().map(Transit::flight).filter(test).toList();
    }

    void send(Side side, Emission emission) {
        Segment segment = emission.segment();
        boolean again = emission.purpose() == Emission.Purpose.RETRANSMISSION;
        FaultDesk.Decision decision = faults.decide(nowNanos, side, segment, again);
        if (!connected) {
            decision = new FaultDesk.Decision.Lose();
        } else if (manualFrom != 0 && !(decision instanceof FaultDesk.Decision.Lose)) {
            decision = new FaultDesk.Decision.Keep();
        }
        Plan.Link link = plan.link();
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
        Plan.Link link = plan.link();
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

    /** Takes a segment out of the network because it has arrived. */
    void remove(Flight flight) {
        transit.removeIf(each -> each.flight().id() == flight.id());
    }

    /** Adds a rule for segments that are yet to be sent. */
    void expect(FaultRule rule) {
        faults.add(rule);
        Match match = rule.match();
        NetworkChange change =
                new NetworkChange.Expected(
                        match.from(),
                        match.on(),
                        rule.verdict().effect(),
                        match.nth().equals(Set.of(1)));
        Side side = match.from() == null ? Side.A : match.from();
        facts.add(new Fact.NetworkChanged(nowNanos, side, change));
    }

    /** Puts the network into the learner's hands, or back; no fact if it is so already. */
    void setManual(boolean manual) {
        if (manual == (manualFrom != 0)) {
            return;
        }
        NetworkChange change = manual ? new NetworkChange.Manual() : new NetworkChange.Automatic();
        facts.add(new Fact.NetworkChanged(nowNanos, Side.A, change));
        if (!manual) {
            Fate fate = new Fate.Arrives(Clock.later(nowNanos, plan.link().delayNanos()));
            flights(f -> f.id() >= manualFrom && f.fate() instanceof Fate.Held)
                    .forEach(flight -> reroute(flight, fate));
        }
        manualFrom = manual ? nextFlightId : 0;
    }

    void setConnected(boolean nowConnected) {
        connected = nowConnected;
        facts.add(new Fact.CableChanged(nowNanos, Side.A, nowConnected));
    }
}
