package dev.handshakelab.capture;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.TcpSocket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts the segments of captures by who talks to whom. */
public final class Conversations {
    private static final int MAX_VIEWS = 2;

    private Conversations() {}

    private record Pair(TcpSocket one, TcpSocket other) {
        static Pair of(CapturedSegment captured) {
            TcpSocket source = captured.source();
            TcpSocket destination = captured.destination();
            int order = source.address().compareTo(destination.address());
            boolean inOrder = order == 0 ? source.port() <= destination.port() : order < 0;
            return inOrder ? new Pair(source, destination) : new Pair(destination, source);
        }
    }

    /** All conversations of a capture, in the order in which they begin. */
    public static List<Conversation> of(Capture capture) {
        return of(List.of(capture));
    }

    /**
     * All conversations of one capture, or of two that were made at the two ends at the same time.
     * Where more than two devices saw a conversation, the two that saw most of it count.
     *
     * @throws IllegalArgumentException if there are none or more than two captures
     */
    public static List<Conversation> of(List<Capture> captures) {
        if (captures.isEmpty() || captures.size() > MAX_VIEWS) {
            throw new IllegalArgumentException("captures: " + captures.size());
        }
        Map<Pair, Map<Long, List<CapturedSegment>>> pairs = new LinkedHashMap<>();
        for (int i = 0; i < captures.size(); i++) {
            for (CapturedSegment captured : captures.get(i).segments()) {
                long place = (long) i << 32 | Integer.toUnsignedLong(captured.point());
                pairs.computeIfAbsent(Pair.of(captured), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(place, _ -> new ArrayList<>())
                        .add(captured);
            }
        }
        Set<String> devices = new HashSet<>();
        captures.forEach(capture ->
                capture.interfaces().forEach(place -> devices.addAll(place.addresses())));
        if (captures.size() == 1) {
            NearHosts.note(pairs.values());
        }
        List<Conversation> conversations = new ArrayList<>();
        pairs.forEach((pair, places) -> {
            boolean isBothEnds =
                    captures.size() > 1
                            || (devices.contains(pair.one().address())
                                    && devices.contains(pair.other().address()));
            conversations.add(conversation(pair, places, isBothEnds));
        });
        return conversations;
    }

    private static Conversation conversation(
            Pair pair, Map<Long, List<CapturedSegment>> places, boolean isBothEnds) {
        List<List<CapturedSegment>> views = new ArrayList<>(places.values());
        for (List<CapturedSegment> view : views) {
            // The packets of several devices may stand in a file a little out of order.
            view.sort(Comparator.comparingLong(CapturedSegment::atNanos));
        }
        views.sort(Comparator.comparingInt(view -> -view.size()));
        views = new ArrayList<>(views.subList(0, Math.min(views.size(), MAX_VIEWS)));
        boolean isLoopback = pair.one().address().equals(pair.other().address());
        if (isBothEnds && views.size() == 1 && !isLoopback) {
            views.add(List.of());
        }
        boolean swapped = isOpener(pair.other(), pair.one(), views.getFirst());
        return swapped
                ? new Conversation(pair.other(), pair.one(), views)
                : new Conversation(pair.one(), pair.other(), views);
    }

    private static boolean isOpener(
            TcpSocket socket, TcpSocket peer, List<CapturedSegment> segments) {
        for (CapturedSegment captured : segments) {
            Flags flags = captured.segment().flags();
            if (flags.syn()) {
                return captured.source().equals(socket) != flags.ack();
            }
        }
        return socket.port() > peer.port();
    }
}
