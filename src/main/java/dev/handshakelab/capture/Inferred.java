package dev.handshakelab.capture;

import dev.handshakelab.capture.Testimony.Worth;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a capture says about two hosts.
 *
 * @param timeline the story; times begin with its first event
 * @param beginsAtNanos when that was, in nanoseconds since 1970
 * @param watched the hosts at which a capture was made
 * @param transitions all changes of state that are known, in the order of time
 * @param evidence what lies behind each frame of the timeline, by its index; frame 0 has none
 * @param possible which states explain best what was captured, for each frame
 * @param testimony what became of that which the file itself says of the states of each host
 */
public record Inferred(
        Timeline timeline,
        long beginsAtNanos,
        Set<Side> watched,
        List<StateChange> transitions,
        List<@Nullable Evidence> evidence,
        List<Possible> possible,
        Map<Side, Worth> testimony) {
    public Inferred {
        testimony = Map.copyOf(testimony);
        possible = List.copyOf(possible);
        watched = Set.copyOf(watched);
        transitions = List.copyOf(transitions);
        evidence = Collections.unmodifiableList(evidence);
    }

    /** Which states of a host explain best what was captured; several if nobody can tell. */
    public Set<TcpState> possible(Side side, int frameIndex) {
        Possible both = possible.get(frameIndex);
        return side == Side.A ? both.a() : both.b();
    }

    /** What became of that which the file itself says of the states of a host. */
    public Worth testimony(Side side) {
        return testimony.getOrDefault(side, Worth.NONE);
    }

    /** What was replaced in the rules of the run, as far as the file is believed; often nothing. */
    public Set<Variant> variants() {
        Set<Variant> variants = EnumSet.noneOf(Variant.class);
        for (Evidence behind : evidence) {
            Testimony told = behind == null ? null : behind.captured().testimony();
            if (told != null && testimony(behind.side()) == Worth.BELIEVED) {
                variants.addAll(told.variants());
            }
        }
        return variants;
    }

    /** The states of both hosts that explain best what was captured. */
    public record Possible(Set<TcpState> a, Set<TcpState> b) {}

    /**
     * A change of state.
     *
     * @param side which host
     * @param rule why; null if nobody knows
     * @param unseen whether it happened some time before the frame without a trace, such as a
     *     timeout or a call that sends nothing; then {@code captured} only shows that it did
     * @param frameIndex in the timeline
     * @param captured the segment that caused it, or that it sent
     */
    public record StateChange(
            Side side,
            TcpState from,
            TcpState to,
            @Nullable Rule rule,
            boolean unseen,
            int frameIndex,
            CapturedSegment captured) {}

    /**
     * A segment at a host.
     *
     * @param side which host; for a loss, the sender
     * @param kind what happened to it
     * @param captured the segment
     */
    public record Evidence(Side side, Kind kind, CapturedSegment captured) {}

    /** What happened to a segment. */
    public enum Kind {
        SENT,
        RECEIVED,
        /** Nobody watched the receiver: when, and whether at all, is assumed. */
        PERHAPS_RECEIVED,
        LOST
    }
}
