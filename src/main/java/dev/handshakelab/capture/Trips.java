package dev.handshakelab.capture;

import dev.handshakelab.capture.Trip.Outcome;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All ways that segments went.
 *
 * @param trips in the order of departure
 * @param watched the hosts at which a capture was made
 */
record Trips(List<Trip> trips, Set<Side> watched) {
    /** Puts together what the views have. */
    static Trips of(Conversation conversation) {
        return of(conversation, null);
    }

    /**
     * Puts together what the views have.
     *
     * @param place where the only view was made; null: as the delays say
     */
    static Trips of(Conversation conversation, @Nullable CapturePlace place) {
        List<List<CapturedSegment>> views = conversation.views();
        if (views.size() == 1) {
            return single(conversation, views.getFirst(), place);
        }
        return new TripMatcher(conversation).match();
    }

    static Trips numbered(List<Trip> trips, Set<Side> watched) {
        List<Trip> sorted = new ArrayList<>(trips);
        sorted.sort(Comparator.comparingLong(Trip::sentAtNanos));
        int[] newIds = new int[trips.size() + 1];
        for (int i = 0; i < sorted.size(); i++) {
            newIds[sorted.get(i).id()] = i + 1;
        }
        List<Trip> numbered = new ArrayList<>(sorted.size());
        for (Trip trip : sorted) {
            numbered.add(trip.withIds(newIds[trip.id()], newIds[trip.copyOf()]));
        }
        return new Trips(numbered, watched);
    }

    private static Trips single(
            Conversation conversation, List<CapturedSegment> view, @Nullable CapturePlace place) {
        ReplyDelays delays = new ReplyDelays(conversation, view);
        Set<Side> watched =
                switch (place == null ? delays.place() : place) {
                    case AT_A -> EnumSet.of(Side.A);
                    case AT_B -> EnumSet.of(Side.B);
                    case AT_BOTH -> EnumSet.allOf(Side.class);
                    case BETWEEN -> EnumSet.noneOf(Side.class);
                };
        List<Trip> trips = new ArrayList<>(view.size());
        for (CapturedSegment captured : view) {
            Side from = conversation.sender(captured);
            boolean sent = watched.contains(from);
            boolean received = watched.contains(from.other());
            trips.add(
                    new Trip(
                            trips.size() + 1,
                            from,
                            captured,
                            sent ? captured : null,
                            received ? captured : null,
                            captured.atNanos() - (sent ? 0 : delays.wayNanos(from)),
                            captured.atNanos() + (received ? 0 : delays.wayNanos(from.other())),
                            received ? Outcome.ARRIVED : Outcome.PERHAPS_ARRIVED,
                            0,
                            false));
        }
        return numbered(trips, watched);
    }
}
