package dev.handshakelab.capture;

import dev.handshakelab.capture.Trip.Outcome;
import dev.handshakelab.timeline.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds each segment of one end's capture in the other end's: what is only in the sender's was
 * lost, and what is twice in the receiver's was copied on the way.
 */
final class TripMatcher {
    private static final int TOLERANCE_NANOS = 1_000_000;

    private final Conversation conversation;
    private final List<CapturedSegment> atA;
    private final List<CapturedSegment> atB;
    private final Map<Side, Long> leastWay = new EnumMap<>(Side.class);
    private final List<Trip> trips = new ArrayList<>();

    /** What B's clock shows more than A's. */
    private final long offsetNanos;

    TripMatcher(Conversation conversation) {
        this.conversation = conversation;
        List<CapturedSegment> first = conversation.views().get(0);
        List<CapturedSegment> second = conversation.views().get(1);
        boolean inOrder = isFirstAtA(first, second);
        atA = inOrder ? first : second;
        atB = inOrder ? second : first;
        Long toB = leastDifference(atA, atB, Side.A);
        Long toA = leastDifference(atB, atA, Side.B);
        offsetNanos = offset(toB, toA);
        leastWay.put(Side.A, way(toB, -offsetNanos));
        leastWay.put(Side.B, way(toA, offsetNanos));
    }

    private static long way(@Nullable Long difference, long offset) {
        return difference == null
                ? 0
                : Math.clamp(difference + offset, 0, ReplyDelays.MAX_WAY_NANOS);
    }

    /**
     * Clocks that contradict no segment are believed; others are set so that both ways are equal.
     */
    private static long offset(@Nullable Long toB, @Nullable Long toA) {
        if (toB == null || toA == null) {
            return toB != null && toB < 0 ? toB : toA != null && toA < 0 ? -toA : 0;
        }
        return toB >= 0 && toA >= 0 ? 0 : (toB - toA) / 2;
    }

    /** The segments of one host by fingerprint; only those that are there once. */
    private Map<Long, CapturedSegment> unique(List<CapturedSegment> view, Side from) {
        Map<Long, CapturedSegment> found = new HashMap<>();
        Map<Long, Integer> counts = new HashMap<>();
        for (CapturedSegment captured : view) {
            if (conversation.sender(captured) == from) {
                found.put(captured.fingerprint(), captured);
                counts.merge(captured.fingerprint(), 1, Integer::sum);
            }
        }
        counts.forEach((fingerprint, count) -> {
            if (count > 1) {
                found.remove(fingerprint);
            }
        });
        return found;
    }

    private @Nullable Long leastDifference(
            List<CapturedSegment> earlier, List<CapturedSegment> later, Side from) {
        Map<Long, CapturedSegment> sent = unique(earlier, from);
        Long least = null;
        for (CapturedSegment captured : unique(later, from).values()) {
            CapturedSegment same = sent.get(captured.fingerprint());
            if (same != null) {
                long difference = captured.atNanos() - same.atNanos();
                least = least == null ? difference : Math.min(least, difference);
            }
        }
        return least;
    }

    /**
     * Whether the first view was made at A: then what A sent stands there earlier, compared with
     * what B sent, whatever the clocks show; and what is missing in the other was sent here.
     */
    private boolean isFirstAtA(List<CapturedSegment> first, List<CapturedSegment> second) {
        int said = marksOfA(first) - marksOfA(second);
        if (said != 0) {
            return said > 0;
        }
        Long ofA = leastDifference(first, second, Side.A);
        Long ofB = leastDifference(first, second, Side.B);
        if (ofA != null && ofB != null && !ofA.equals(ofB)) {
            return ofA > ofB;
        }
        int score = missing(first, second, Side.A) - missing(first, second, Side.B);
        score += missing(second, first, Side.B) - missing(second, first, Side.A);
        if (score != 0) {
            return score > 0;
        }
        return switch (new ReplyDelays(conversation, first).place()) {
            case AT_A, AT_BOTH, BETWEEN -> true;
            case AT_B -> false;
        };
    }

    /** How many more packets went as they go at A than as they go at B, as the file says. */
    private int marksOfA(List<CapturedSegment> view) {
        int marks = 0;
        for (CapturedSegment captured : view) {
            boolean fromA = conversation.sender(captured) == Side.A;
            marks +=
                    switch (captured.travel()) {
                        case OUT -> fromA ? 1 : -1;
                        case IN -> fromA ? -1 : 1;
                        case BOTH, UNKNOWN -> 0;
                    };
        }
        return marks;
    }

    private int missing(List<CapturedSegment> view, List<CapturedSegment> other, Side from) {
        Map<Long, CapturedSegment> there = unique(other, from);
        return (int)
                unique(view, from).keySet().stream()
                        .filter(fingerprint -> !there.containsKey(fingerprint))
                        .count();
    }

    /** Finds all trips. */
    Trips match() {
        match(Side.A, atA, 0, atB, offsetNanos);
        match(Side.B, atB, offsetNanos, atA, 0);
        return Trips.numbered(trips, EnumSet.allOf(Side.class));
    }

    private void match(
            Side from,
            List<CapturedSegment> sending,
            long sendingOffset,
            List<CapturedSegment> receiving,
            long receivingOffset) {
        long way = leastWay.getOrDefault(from, 0L);
        Map<Long, Deque<CapturedSegment>> arrivals = new HashMap<>();
        for (CapturedSegment captured : receiving) {
            if (conversation.sender(captured) == from) {
                arrivals.computeIfAbsent(captured.fingerprint(), _ -> new ArrayDeque<>())
                        .add(captured);
            }
        }
        Map<Long, Integer> left = new HashMap<>();
        for (CapturedSegment captured : sending) {
            if (conversation.sender(captured) == from) {
                left.merge(captured.fingerprint(), 1, Integer::sum);
            }
        }
        Map<Long, Integer> carriers = new HashMap<>();
        for (int i = 0; i < sending.size(); i++) {
            CapturedSegment captured = sending.get(i);
            if (conversation.sender(captured) != from) {
                continue;
            }
            long sentAt = captured.atNanos() - sendingOffset;
            Deque<CapturedSegment> candidates =
                    arrivals.getOrDefault(captured.fingerprint(), new ArrayDeque<>());
            CapturedSegment arrival = candidates.peek();
            int alike = left.merge(captured.fingerprint(), -1, Integer::sum) + 1;
            if (arrival != null
                    && (candidates.size() >= alike
                            || !fitsLater(
                                    sending,
                                    i,
                                    arrival.atNanos() - receivingOffset,
                                    way,
                                    sendingOffset))) {
                candidates.remove();
                carriers.put(captured.fingerprint(), trips.size() + 1);
                long at = Math.max(sentAt, arrival.atNanos() - receivingOffset);
                add(from, captured, captured, arrival, sentAt, at, Outcome.ARRIVED, 0);
            } else {
                add(from, captured, captured, null, sentAt, sentAt + way / 2, Outcome.LOST, 0);
            }
        }
        addStrays(from, arrivals, receiving, receivingOffset, way, carriers);
    }

    /** Whether an arrival belongs to a later one of the same segments: that had the time for it. */
    private static boolean fitsLater(
            List<CapturedSegment> sending, int index, long arrivedAt, long way, long offset) {
        CapturedSegment captured = sending.get(index);
        for (int i = index + 1; i < sending.size(); i++) {
            CapturedSegment later = sending.get(i);
            long sentAt = later.atNanos() - offset;
            if (sentAt + way > arrivedAt + TOLERANCE_NANOS) {
                return false;
            }
            if (later.fingerprint() == captured.fingerprint()
                    && later.source().equals(captured.source())) {
                return true;
            }
        }
        return false;
    }

    /** What arrived although the sender's capture does not have it (any more). */
    private void addStrays(
            Side from,
            Map<Long, Deque<CapturedSegment>> arrivals,
            List<CapturedSegment> receiving,
            long offset,
            long way,
            Map<Long, Integer> carriers) {
        for (CapturedSegment captured : receiving) {
            Deque<CapturedSegment> left = arrivals.get(captured.fingerprint());
            if (conversation.sender(captured) == from && left != null && left.remove(captured)) {
                long at = captured.atNanos() - offset;
                int copyOf = carriers.getOrDefault(captured.fingerprint(), 0);
                add(from, captured, null, captured, at - way, at, Outcome.ARRIVED, copyOf);
            }
        }
    }

    private void add(
            Side from,
            CapturedSegment captured,
            @Nullable CapturedSegment sent,
            @Nullable CapturedSegment received,
            long sentAt,
            long endsAt,
            Outcome outcome,
            int copyOf) {
        trips.add(
                new Trip(
                        trips.size() + 1,
                        from,
                        captured,
                        sent,
                        received,
                        sentAt,
                        endsAt,
                        outcome,
                        copyOf,
                        sent == null));
    }
}
