package dev.handshakelab.capture;

import dev.handshakelab.capture.Testimony.Worth;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened at one host, and how it stood.
 *
 * @param events in the order of time
 * @param path what they did
 * @param views how the host stood before the first event, and after each
 * @param fading events after which something may have happened without a trace: what the view
 *     behind them says holds at that moment, and is unknown from then on
 * @param testimony what became of that which the file itself says of the states
 */
record HostStory(
        List<HostEvent> events,
        StatePath path,
        List<HostView> views,
        Set<Integer> fading,
        Worth testimony) {
    /** Within this time a host shows that it has received something, delayed or not. */
    private static final long PROMPT_NANOS = 100_000_000;

    private static final int MAX_WAITING = 1024;
    private static final int MAX_WINDOW = 1 << 30;

    /** Infers the states of a host. */
    static HostStory of(Trips trips, Side side, Inference.Sources sources) {
        List<HostEvent> events = events(trips, side);
        boolean isAsked =
                trips.watched().contains(side) && sources == Inference.Sources.COMMENTS_TOO;
        Worth worth = isAsked ? Witness.judge(events) : Worth.NONE;
        StatePath path = StatePath.of(events, worth == Worth.BELIEVED);
        List<HostView> views = views(path, trips.watched().contains(side));
        if (worth == Worth.BELIEVED) {
            believe(events, views);
        }
        Set<Integer> fading = new HashSet<>();
        if (!trips.watched().contains(side)) {
            hideWhatNobodyCanKnow(events, path, views);
            fading.addAll(fade(events, path, views));
            hideAfterOldSyn(events, path, views);
        }
        return new HostStory(events, path, views, fading, worth);
    }

    /** The same events, of which nobody knows what they did. */
    HostStory unexplained() {
        List<Set<TcpState>> states =
                Collections.nCopies(events.size() + 1, EnumSet.allOf(TcpState.class));
        return new HostStory(
                events,
                new StatePath(states, Collections.nCopies(events.size(), null), path.facts()),
                views.stream().map(HostStory::unknown).toList(),
                Set.of(),
                Worth.OTHER_RULES);
    }

    /** The machine itself said so. */
    private static void believe(List<HostEvent> events, List<HostView> views) {
        for (int i = 0; i < events.size(); i++) {
            Testimony testimony = Witness.of(events.get(i));
            if (testimony != null) {
                views.set(i + 1, seen(testimony.state()));
                if (i == 0) {
                    views.set(0, seen(testimony.stateBeforePacket()));
                }
            }
        }
    }

    private static HostView seen(TcpState state) {
        return new HostView(state, Certainty.SEEN, null);
    }

    private static List<HostEvent> events(Trips trips, Side side) {
        List<HostEvent> events = new ArrayList<>();
        for (Trip trip : trips.trips()) {
            if (trip.from() == side) {
                // The network made a copy, or kept an old segment: not the host.
                if (!trip.isStray()) {
                    events.add(
                            new HostEvent(
                                    trip.sentAtNanos(), true, true, true, trip.captured(), trip));
                }
                continue;
            }
            boolean arrived = trip.outcome() == Trip.Outcome.ARRIVED;
            if (trip.outcome() != Trip.Outcome.LOST) {
                var captured = trip.received() == null ? trip.captured() : trip.received();
                events.add(
                        new HostEvent(
                                trip.receivedAtNanos(), false, arrived, arrived, captured, trip));
            }
        }
        events.sort(ORDER);
        return trips.watched().contains(side) ? events : withProofs(events);
    }

    /**
     * What was sent once and then acknowledged has arrived, together with the acknowledgment that
     * it carried.
     */
    private static List<HostEvent> withProofs(List<HostEvent> events) {
        List<HostEvent> proven = new ArrayList<>(events);
        Map<Integer, Integer> waiting = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            HostEvent event = events.get(i);
            Segment segment = event.segment();
            if (segment.flags().syn() && !seen.contains(segment.seq())) {
                // Numbers of an earlier connection say nothing about this one.
                waiting.clear();
            }
            if (event.sent()) {
                int last = i;
                waiting.entrySet().removeIf(entry -> isProof(segment, entry, proven, last));
            } else if (segment.length() > 0) {
                boolean isFirst = seen.add(segment.seq());
                waiting.remove(segment.seq());
                if (isFirst && waiting.size() < MAX_WAITING) {
                    waiting.put(segment.seq(), i);
                }
            }
        }
        return proven;
    }

    private static boolean isProof(
            Segment answer, Map.Entry<Integer, Integer> entry, List<HostEvent> events, int at) {
        HostEvent asked = events.get(entry.getValue());
        int covered = answer.ack() - asked.segment().end();
        if (!answer.flags().ack() || covered < 0 || covered > MAX_WINDOW) {
            return false;
        }
        if (events.get(at).atNanos() - asked.atNanos() <= PROMPT_NANOS) {
            events.set(entry.getValue(), asked.asProven());
        }
        return true;
    }

    /** At the same time, the order of the capture counts. */
    static final Comparator<HostEvent> ORDER =
            Comparator.comparingLong(HostEvent::atNanos)
                    .thenComparingInt(event -> event.captured().number())
                    .thenComparing(event -> event.sent() ? 0 : 1);

    private static List<HostView> views(StatePath path, boolean watched) {
        List<HostView> views = new ArrayList<>();
        boolean seen = false;
        views.add(view(path.states().getFirst(), false));
        for (int i = 0; i < path.steps().size(); i++) {
            StatePath.Step step = path.steps().get(i);
            if (step == null) {
                seen = false;
            } else if (!step.move().hops().isEmpty()) {
                seen = watched && !step.move().hops().getLast().unseen();
            }
            views.add(view(path.states().get(i + 1), seen));
        }
        return views;
    }

    /**
     * What a host nobody watched did before its first segment, earlier ones may have been lost. And
     * if it shows late that a segment has arrived, that may have been late as well.
     */
    private static void hideWhatNobodyCanKnow(
            List<HostEvent> events, StatePath path, List<HostView> views) {
        if (!events.isEmpty() && events.getFirst().sent()) {
            views.set(0, unknown(views.getFirst()));
        }
        int nextSent = events.size();
        for (int i = events.size() - 1; i >= 0; i--) {
            HostEvent event = events.get(i);
            if (event.sent()) {
                nextSent = i;
            } else if (nextSent < events.size()
                    && !path.states().get(i).equals(path.states().get(i + 1))) {
                long pause = events.get(nextSent).atNanos() - event.atNanos();
                for (int j = i + 1; pause > PROMPT_NANOS && j <= nextSent; j++) {
                    views.set(j, unknown(views.get(j)));
                }
            }
        }
    }

    /**
     * A SYN of an open connection that comes once more is a copy that the network made, or the host
     * has started again and takes the same number: what it sends next tells.
     */
    private static void hideAfterOldSyn(
            List<HostEvent> events, StatePath path, List<HostView> views) {
        boolean isOpen = false;
        for (int i = 0; i < events.size(); i++) {
            HostEvent event = events.get(i);
            if (event.sent()) {
                Flags flags = event.segment().flags();
                Set<TcpState> before = path.states().get(i);
                isOpen =
                        flags.syn()
                                && !flags.ack()
                                && before.stream().allMatch(TcpState::isSynchronized)
                                && path.states().get(i + 1).equals(before);
            }
            if (isOpen) {
                views.set(i + 1, unknown(views.get(i + 1)));
            }
        }
    }

    /**
     * A host that ended without a trace did so at any time after the last that it sent; and one
     * that never answers what asks for an answer may have ended.
     */
    private static Set<Integer> fade(List<HostEvent> events, StatePath path, List<HostView> views) {
        Set<Integer> fading = new HashSet<>();
        int lastSent = -1;
        boolean owesAnswer = false;
        for (int i = 0; i < events.size(); i++) {
            StatePath.Step step = path.steps().get(i);
            if (step != null && step.move().hops().stream().anyMatch(Move.Hop::unseen)) {
                fade(lastSent, i, views, fading);
            } else if (path.facts().get(i) instanceof SegmentFacts.Sent sent && sent.toGoodAck()) {
                // A new attempt refuses the answer to an old one, or all attempts are over.
                fade(lastSent, i + 1, views, fading);
            }
            if (events.get(i).sent()) {
                lastSent = i;
                owesAnswer = false;
            } else {
                owesAnswer |= events.get(i).segment().length() > 0;
            }
        }
        if (owesAnswer) {
            fade(lastSent, events.size(), views, fading);
        }
        return fading;
    }

    private static void fade(int lastSent, int end, List<HostView> views, Set<Integer> fading) {
        if (lastSent >= 0) {
            fading.add(lastSent);
        }
        for (int i = lastSent + 1; i < end; i++) {
            views.set(i + 1, unknown(views.get(i + 1)));
        }
    }

    static HostView unknown(HostView view) {
        return new HostView(view.state(), Certainty.UNKNOWN, null);
    }

    private static HostView view(Set<TcpState> states, boolean seen) {
        TcpState first = states.iterator().next();
        if (states.size() > 1) {
            return new HostView(first, Certainty.UNKNOWN, null);
        }
        return new HostView(first, seen ? Certainty.SEEN : Certainty.INFERRED, null);
    }
}
