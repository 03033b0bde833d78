package dev.handshakelab.capture;

import dev.handshakelab.timeline.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which hosts were beside a capture, for conversations that do not show it themselves: where only
 * one host said something, nothing can be told from how fast they answer. Other conversations at
 * the same place may show it.
 */
final class NearHosts {
    private static final int ENOUGH_VOTES = 64;

    private final Map<Long, Map<String, Integer>> votes = new HashMap<>();
    private int voters;

    private NearHosts() {}

    /** Notes directions in views of which only one host is the sender. */
    static void note(Collection<Map<Long, List<CapturedSegment>>> views) {
        NearHosts near = new NearHosts();
        Set<Long> asked = new HashSet<>();
        for (Map<Long, List<CapturedSegment>> view : views) {
            view.forEach((place, segments) -> {
                if (isOneSided(segments)) {
                    asked.add(place);
                }
            });
        }
        if (asked.isEmpty()) {
            return;
        }
        for (Map<Long, List<CapturedSegment>> view : views) {
            view.forEach((place, segments) -> {
                if (asked.contains(place)) {
                    near.vote(place, segments);
                }
            });
        }
        for (Map<Long, List<CapturedSegment>> view : views) {
            view.forEach((place, segments) -> {
                if (isOneSided(segments)) {
                    near.answer(place, segments);
                }
            });
        }
    }

    private static boolean isOneSided(List<CapturedSegment> segments) {
        var first = segments.getFirst().source();
        return segments.stream()
                .allMatch(captured ->
                        captured.source().equals(first) && captured.travel() == Travel.UNKNOWN);
    }

    private void vote(long place, List<CapturedSegment> segments) {
        if (voters >= ENOUGH_VOTES || isOneSided(segments)) {
            return;
        }
        CapturedSegment first = segments.getFirst();
        var conversation = new Conversation(first.source(), first.destination(), List.of(segments));
        ReplyDelays delays = new ReplyDelays(conversation, segments);
        if (delays.isSure()) {
            voters++;
            boolean atA = delays.place() == CapturePlace.AT_A;
            String address = conversation.socket(atA ? Side.A : Side.B).address();
            votes.computeIfAbsent(place, _ -> new HashMap<>()).merge(address, 1, Integer::sum);
        }
    }

    private void answer(long place, List<CapturedSegment> segments) {
        Map<String, Integer> here = votes.getOrDefault(place, Map.of());
        int source = here.getOrDefault(segments.getFirst().source().address(), 0);
        int destination = here.getOrDefault(segments.getFirst().destination().address(), 0);
        if (source != destination) {
            Travel travel = source > destination ? Travel.OUT : Travel.IN;
            segments.replaceAll(captured -> captured.withTravel(travel));
        }
    }
}
