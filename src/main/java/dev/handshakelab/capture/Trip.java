package dev.handshakelab.capture;

import dev.handshakelab.timeline.Side;
import org.jspecify.annotations.Nullable;

/**
 * A segment on its way from one host to the other.
 *
 * @param id unique, from 1 in the order of departure
 * @param from who sent it
 * @param captured the segment: as the sender's capture has it, else as the receiver's
 * @param sent as the sender's capture has it; null if that does not have it
 * @param received as the receiver's capture has it; null if that does not have it
 * @param sentAtNanos when it left, on the common clock; assumed if {@code sent} is null
 * @param receivedAtNanos when it arrived or was lost; assumed if {@code received} is null
 * @param outcome what became of it
 * @param copyOf the trip of which this is a copy made by the network; 0 if it is none
 * @param isStray whether the sender was watched and did not send it then: a copy, or left over
 */
record Trip(
        int id,
        Side from,
        CapturedSegment captured,
        @Nullable CapturedSegment sent,
        @Nullable CapturedSegment received,
        long sentAtNanos,
        long receivedAtNanos,
        Outcome outcome,
        int copyOf,
        boolean isStray) {
    /** What became of a segment. */
    enum Outcome {
        ARRIVED,
        /** Nobody watched its receiver. */
        PERHAPS_ARRIVED,
        LOST
    }

    /** Numbers it anew. */
    Trip withIds(int newId, int newCopyOf) {
        return new Trip(
                newId,
                from,
                captured,
                sent,
                received,
                sentAtNanos,
                receivedAtNanos,
                outcome,
                newCopyOf,
                isStray);
    }
}
