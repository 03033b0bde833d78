package dev.handshakelab.capture;

import java.util.OptionalLong;

/**
 * Where a capture seems to have been made, and why.
 *
 * @param place the place
 * @param reason what speaks for it
 * @param leastOfA how fast A answered at best, nanoseconds; empty: it answered nothing
 * @param leastOfB how fast B answered at best, nanoseconds; empty: it answered nothing
 */
public record PlaceGuess(
        CapturePlace place, Reason reason, OptionalLong leastOfA, OptionalLong leastOfB) {
    /** What speaks for a place. */
    public enum Reason {
        /** Both have the same address, or it is a loopback device. */
        ONE_HOST,
        /** The capture says of its packets which way they went. */
        DIRECTION,
        /** One host answered at once, the other one after a round trip. */
        ANSWERS,
        /** Both took about equally long. */
        ALIKE,
        /** Only one of them answered anything. */
        ONE_ANSWERED,
        /** None answered; the one that sent more is the one beside the capture. */
        SENT_MORE
    }

    /** Guesses where the capture of a conversation was made; the first one of two. */
    public static PlaceGuess of(Conversation conversation) {
        return new ReplyDelays(conversation, conversation.views().getFirst()).guess();
    }
}
