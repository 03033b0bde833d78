package dev.handshakelab.capture;

import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.timeline.Side;
import java.util.List;

/**
 * All that two sockets said to each other, in one or more connections.
 *
 * @param a who opened first, as far as can be seen; else the one with the larger port
 * @param b the other
 * @param views what was captured at each place, in the order of time: one or two; of two, one may
 *     be empty if nothing arrived there
 */
public record Conversation(TcpSocket a, TcpSocket b, List<List<CapturedSegment>> views) {
    public Conversation {
        views = views.stream().map(List::copyOf).toList();
    }

    /** Who sent a segment. */
    Side sender(CapturedSegment captured) {
        return captured.source().equals(a) ? Side.A : Side.B;
    }

    TcpSocket socket(Side side) {
        return side == Side.A ? a : b;
    }

    /** The view with the most segments. */
    List<CapturedSegment> fullest() {
        return views.size() > 1 && views.get(1).size() > views.get(0).size()
                ? views.get(1)
                : views.get(0);
    }
}
