package dev.handshakelab.capture;

import dev.handshakelab.capture.Inferred.Evidence;
import dev.handshakelab.capture.Inferred.Kind;
import dev.handshakelab.capture.Inferred.Possible;
import dev.handshakelab.capture.Inferred.StateChange;
import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostInfo;
import dev.handshakelab.timeline.HostInfo.Role;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a timeline of what happened at two hosts and between them. */
final class StoryTeller {
    private final Conversation conversation;
    private final Trips trips;
    private final Map<Side, HostStory> stories = new EnumMap<>(Side.class);
    private final Map<Side, HostView> now = new EnumMap<>(Side.class);
    private final Map<Integer, Purpose> purposes = new HashMap<>();
    private final Map<Integer, Flight> flights = new HashMap<>();
    private final Map<Long, Flight> inTransit = new LinkedHashMap<>();
    private final List<Frame> frames = new ArrayList<>();
    private final List<StateChange> changes = new ArrayList<>();
    private final List<@Nullable Evidence> evidence = new ArrayList<>();
    private final Map<Side, Set<TcpState>> possibleNow = new EnumMap<>(Side.class);
    private final List<Possible> possible = new ArrayList<>();
    private long beginsAt;

    /**
     * Something to tell.
     *
     * @param side where; for a loss, the sender
     * @param event at the host; null for a loss and for a copy that sets out
     * @param eventIndex of the event in the story of its host
     */
    private record Happening(
            long atNanos, Side side, Trip trip, @Nullable HostEvent event, int eventIndex) {
        /** A segment leaves before it arrives. */
        int rank() {
            return event == null ? 1 : event.sent() ? 0 : 2;
        }
    }

    StoryTeller(Conversation conversation, Trips trips, HostStory a, HostStory b) {
        this.conversation = conversation;
        this.trips = trips;
        stories.put(Side.A, a);
        stories.put(Side.B, b);
    }

    /** Tells the story. */
    Inferred tell() {
        List<Happening> happenings = happenings();
        beginsAt = happenings.isEmpty() ? 0 : happenings.getFirst().atNanos();
        for (Trip trip : trips.trips()) {
            flights.put(trip.id(), flight(trip));
        }
        stories.forEach((side, story) -> {
            now.put(side, story.views().getFirst());
            possibleNow.put(side, story.path().states().getFirst());
        });
        addFrame(0, List.of(), null);
        for (Happening happening : happenings) {
            HostEvent event = happening.event();
            if (event == null) {
                tellOfNetwork(happening);
            } else {
                tell(happening, event);
            }
        }
        Timeline timeline =
                new Timeline(
                        info(conversation.a(), stories.get(Side.A)),
                        info(conversation.b(), stories.get(Side.B)),
                        frames);
        Map<Side, Testimony.Worth> testimony = new EnumMap<>(Side.class);
        stories.forEach((side, story) -> testimony.put(side, story.testimony()));
        return new Inferred(
                timeline, beginsAt, trips.watched(), changes, evidence, possible, testimony);
    }

    private List<Happening> happenings() {
        List<Happening> happenings = new ArrayList<>();
        stories.forEach((side, story) -> {
            for (int i = 0; i < story.events().size(); i++) {
                HostEvent event = story.events().get(i);
                notePurpose(event, story.path().facts().get(i));
                happenings.add(new Happening(event.atNanos(), side, event.trip(), event, i));
            }
        });
        for (Trip trip : trips.trips()) {
            if (trip.outcome() == Trip.Outcome.LOST) {
                happenings.add(new Happening(trip.receivedAtNanos(), trip.from(), trip, null, 0));
            } else if (trip.isStray()) {
                happenings.add(new Happening(trip.sentAtNanos(), trip.from(), trip, null, 0));
            }
        }
        happenings.sort(
                Comparator.comparingLong(Happening::atNanos)
                        .thenComparingInt(happening -> happening.trip().captured().number())
                        .thenComparingInt(Happening::rank));
        return happenings;
    }

    private void notePurpose(HostEvent event, SegmentFacts facts) {
        if (facts instanceof SegmentFacts.Sent sent) {
            purposes.put(event.trip().id(), purpose(event.segment(), sent));
        }
    }

    private static Purpose purpose(Segment segment, SegmentFacts.Sent sent) {
        if (segment.flags().rst()) {
            return Purpose.RESET;
        }
        if (sent.again() || (segment.flags().syn() && !sent.newSyn())) {
            return Purpose.RETRANSMISSION;
        }
        return segment.length() > 0 ? Purpose.FIRST : Purpose.ACKNOWLEDGMENT;
    }

    private Flight flight(Trip trip) {
        long sentAt = trip.sentAtNanos() - beginsAt;
        long endsAt = trip.receivedAtNanos() - beginsAt;
        return new Flight(
                trip.id(),
                trip.from(),
                trip.captured().segment(),
                origin(trip),
                purposes.get(trip.id()),
                trip.copyOf(),
                sentAt,
                trip.outcome() == Trip.Outcome.LOST
                        ? new Flight.Fate.Lost(endsAt)
                        : new Flight.Fate.Arrives(endsAt));
    }

    private static Flight.Origin origin(Trip trip) {
        if (!trip.isStray()) {
            return Flight.Origin.HOST;
        }
        return trip.copyOf() == 0 ? Flight.Origin.OLD_DUPLICATE : Flight.Origin.NETWORK_COPY;
    }

    private Flight flightOf(Trip trip) {
        Flight flight = flights.get(trip.id());
        if (flight == null) {
            throw new IllegalStateException("trip " + trip.id());
        }
        return flight;
    }

    private void tellOfNetwork(Happening happening) {
        Trip trip = happening.trip();
        Flight flight = flightOf(trip);
        long at = happening.atNanos() - beginsAt;
        if (trip.outcome() == Trip.Outcome.LOST) {
            inTransit.remove(flight.id());
            addFrame(
                    at,
                    List.of(new Fact.Lost(at, trip.from(), flight)),
                    new Evidence(trip.from(), Kind.LOST, trip.captured()));
        } else {
            inTransit.put(flight.id(), flight);
            addFrame(at, List.of(new Fact.Entered(at, trip.from(), flight)), null);
        }
    }

    private void tell(Happening happening, HostEvent event) {
        Side side = happening.side();
        long at = event.atNanos() - beginsAt;
        Flight flight = flightOf(event.trip());
        List<Fact> facts = new ArrayList<>();
        if (event.sent()) {
            inTransit.put(flight.id(), flight);
            facts.add(new Fact.Sent(at, side, flight));
            addChanges(happening, event, at, facts);
        } else {
            inTransit.remove(flight.id());
            facts.add(new Fact.Arrived(at, side, flight));
            addChanges(happening, event, at, facts);
        }
        HostStory story = stories.get(side);
        if (story != null) {
            now.put(side, story.views().get(happening.eventIndex() + 1));
            possibleNow.put(side, story.path().states().get(happening.eventIndex() + 1));
        }
        addFrame(at, facts, new Evidence(side, kind(event), event.captured()));
        if (story != null && story.fading().contains(happening.eventIndex())) {
            now.computeIfPresent(side, (_, view) -> HostStory.unknown(view));
        }
    }

    private static Kind kind(HostEvent event) {
        if (event.sent()) {
            return Kind.SENT;
        }
        return event.certain() ? Kind.RECEIVED : Kind.PERHAPS_RECEIVED;
    }

    private void addChanges(Happening happening, HostEvent event, long at, List<Fact> facts) {
        HostStory story = stories.get(happening.side());
        StatePath.Step step =
                story == null ? null : story.path().steps().get(happening.eventIndex());
        if (step == null) {
            return;
        }
        TcpState from = step.from();
        for (Move.Hop hop : step.move().hops()) {
            if (hop.to() != from) {
                facts.add(new Fact.StateChanged(at, happening.side(), from, hop.to(), hop.rule()));
                changes.add(
                        new StateChange(
                                happening.side(),
                                from,
                                hop.to(),
                                hop.rule(),
                                hop.unseen(),
                                frames.size(),
                                event.captured()));
            }
            from = hop.to();
        }
    }

    private void addFrame(long at, List<Fact> facts, @Nullable Evidence behind) {
        HostView a = now.get(Side.A);
        HostView b = now.get(Side.B);
        if (a == null || b == null) {
            throw new IllegalStateException("a host without a view");
        }
        frames.add(new Frame(frames.size(), at, facts, a, b, new ArrayList<>(inTransit.values())));
        evidence.add(behind);
        possible.add(
                new Possible(
                        possibleNow.getOrDefault(Side.A, Set.of()),
                        possibleNow.getOrDefault(Side.B, Set.of())));
    }

    private static HostInfo info(TcpSocket socket, @Nullable HostStory story) {
        return new HostInfo(story == null ? Role.PEER : role(story), socket);
    }

    /** Who opens actively is the client; in a simultaneous open, both are equal. */
    private static Role role(HostStory story) {
        boolean listened = false;
        boolean called = false;
        for (HostEvent event : story.events()) {
            var flags = event.segment().flags();
            if (flags.syn() && event.sent()) {
                called |= !flags.ack();
                listened |= flags.ack();
            }
        }
        if (called) {
            return listened ? Role.PEER : Role.CLIENT;
        }
        return listened ? Role.SERVER : Role.PEER;
    }
}
