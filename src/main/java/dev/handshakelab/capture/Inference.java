package dev.handshakelab.capture;

import dev.handshakelab.capture.Testimony.Worth;
import dev.handshakelab.timeline.Side;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which host was in which state when, from a capture at one of them or at both.
 *
 * <p>Of a host at which a capture was made, what it sent and received is known, and its states
 * follow from RFC 9293, 3.10. Of the other, only what it sent is known; of what was sent to it,
 * nobody knows whether it arrived until it shows in what the host sends. Where several states would
 * explain all that was captured equally well, the state is unknown.
 */
public final class Inference {
    private Inference() {}

    /** What inference goes by. */
    public enum Sources {
        /** The segments alone. */
        SEGMENTS,
        /**
         * The segments, and where this program exported the file itself, the states that stand in
         * its comments.
         */
        COMMENTS_TOO
    }

    /** Infers the states of both hosts of a conversation. */
    public static Inferred of(Conversation conversation) {
        return of(conversation, null);
    }

    /**
     * Infers the states of both hosts of a conversation.
     *
     * @param place where it was captured, if there is but one capture; null: as its times say
     */
    public static Inferred of(Conversation conversation, @Nullable CapturePlace place) {
        return of(conversation, place, Sources.COMMENTS_TOO);
    }

    /**
     * Infers the states of both hosts of a conversation.
     *
     * @param place where it was captured, if there is but one capture; null: as its times say
     * @param sources what to go by
     */
    public static Inferred of(
            Conversation conversation, @Nullable CapturePlace place, Sources sources) {
        Trips trips = Trips.of(conversation, place);
        HostStory a = HostStory.of(trips, Side.A, sources);
        HostStory b = HostStory.of(trips, Side.B, sources);
        return new StoryTeller(conversation, trips, beside(b, a), beside(a, b)).tell();
    }

    /** What can be said of a host after all that is known of its peer. */
    private static HostStory beside(HostStory peer, HostStory host) {
        boolean isHidden =
                host.testimony() == Worth.NONE
                        && peer.testimony() == Worth.BELIEVED
                        && Witness.isUnlikeSegments(peer);
        return isHidden ? host.unexplained() : host;
    }
}
