package dev.handshakelab.timeline;

import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A segment on its way. The model states when it leaves and arrives; where it is in between is for
 * the view to derive.
 *
 * @param id unique within a timeline, in the order of departure, from 1 on
 * @param from the host that sent it, or in whose name it travels if it comes from outside
 * @param segment what travels
 * @param origin where it comes from
 * @param purpose why it was sent; null if nobody knows (not sent by a machine of ours)
 * @param copyOf the flight of which this is a copy made by the network; 0 if it is none
 * @param sentAtNanos when it left
 * @param fate what becomes of it, as planned when it left
 */
public record Flight(
        long id,
        Side from,
        Segment segment,
        Origin origin,
        @Nullable Purpose purpose,
        long copyOf,
        long sentAtNanos,
        Fate fate) {
    /** Where a segment comes from. */
    public enum Origin {
        /** One of the two hosts sent it. */
        HOST,
        /** The network made a copy of one. */
        NETWORK_COPY,
        /** A leftover of an earlier connection that the network still carried. */
        OLD_DUPLICATE,
        /** A stranger made it. */
        FORGED
    }

    /** What becomes of a segment. */
    public sealed interface Fate {
        /** It arrives. */
        record Arrives(long atNanos) implements Fate {}

        /** The network loses it on its way. */
        record Lost(long atNanos) implements Fate {}

        /** The network keeps it until somebody lets it go. */
        record Held() implements Fate {}
    }

    public Side to() {
        return from.other();
    }

    public Flight withFate(Fate newFate) {
        return new Flight(id, from, segment, origin, purpose, copyOf, sentAtNanos, newFate);
    }

    /** When it arrives or is lost; {@link Long#MAX_VALUE} while it is held. */
    public long endsAtNanos() {
        return switch (fate) {
            case Fate.Arrives(long atNanos) -> atNanos;
            case Fate.Lost(long atNanos) -> atNanos;
            case Fate.Held() -> Long.MAX_VALUE;
        };
    }

    public boolean isLost() {
        return fate instanceof Fate.Lost;
    }

    /** Whether it was sent before, by the same host, and is sent again after a timeout. */
    public boolean isRetransmission() {
        return purpose == Purpose.RETRANSMISSION;
    }
}
