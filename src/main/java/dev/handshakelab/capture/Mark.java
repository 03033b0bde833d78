package dev.handshakelab.capture;

import dev.handshakelab.timeline.Side;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Something worth noticing in a story: what went wrong, or what is not everyday.
 *
 * @param kind what it is
 * @param frameIndex the frame of the timeline at which it shows
 * @param flightId the segment that it belongs to; 0 if it belongs to none
 * @param side the host that did it, or at which it happened
 * @param atNanos when, in nanoseconds since the beginning of the timeline
 * @param figures the numbers that justify it; which ones, {@link Kind} says
 */
public record Mark(
        Kind kind,
        int frameIndex,
        long flightId,
        Side side,
        long atNanos,
        Map<Quantity, Long> figures) {
    public Mark {
        EnumMap<Quantity, Long> sorted = new EnumMap<>(Quantity.class);
        sorted.putAll(figures);
        figures = Collections.unmodifiableMap(sorted);
    }

    /** How much it matters. */
    public enum Severity {
        /** Normal, but worth a look. */
        NOTE,
        /** It costs time, or may be the sign of a problem. */
        WARNING,
        /** A connection failed or was cut off. */
        PROBLEM
    }

    /** What a number is. Sequence numbers are 0 to 4294967295. */
    public enum Quantity {
        /** SEG.SEQ. */
        SEQ,
        /** SEG.ACK. */
        ACK,
        /** Octets of data. */
        LENGTH,
        /** The window field, as it stands in the header. */
        WINDOW,
        /** The window field before. */
        PREVIOUS_WINDOW,
        /** The number that would have fitted: RCV.NXT or SND.NXT. */
        EXPECTED,
        /** The id of another flight: the original, the one answered, the one that overtook. */
        OTHER_FLIGHT,
        /** How many, counted from 1. */
        COUNT,
        /** A time span in nanoseconds: since the original, or how long it lasted. */
        NANOS
    }

    /** What a mark says. The comments name the figures. */
    public enum Kind {
        /** Data or FIN sent again after a timeout. SEQ, LENGTH, OTHER_FLIGHT, NANOS, COUNT. */
        RETRANSMISSION_TIMEOUT(Severity.WARNING),
        /** Data or FIN sent again after duplicate ACKs. The same; COUNT of duplicate ACKs. */
        RETRANSMISSION_FAST(Severity.WARNING),
        /** Sent again although its acknowledgment had been sent. The same, and ACK. */
        RETRANSMISSION_SPURIOUS(Severity.WARNING),
        /** A SYN or SYN-ACK sent again. SEQ, OTHER_FLIGHT, NANOS, COUNT. */
        SYN_RETRANSMITTED(Severity.WARNING),
        /** A SYN that nothing ever answered. SEQ, COUNT of tries, NANOS. */
        SYN_UNANSWERED(Severity.PROBLEM),
        /** A copy that the network made. SEQ, OTHER_FLIGHT. */
        NETWORK_COPY(Severity.NOTE),
        /** A leftover of earlier traffic that the sender did not send now. SEQ. */
        OLD_DUPLICATE(Severity.WARNING),
        /** A segment that a stranger made (only in runs). SEQ. */
        FORGED(Severity.WARNING),
        /** Overtaken on its way. SEQ, OTHER_FLIGHT or EXPECTED. */
        OUT_OF_ORDER(Severity.NOTE),
        /** The network lost it: known. SEQ, LENGTH. */
        LOST(Severity.WARNING),
        /** Numbers before it are missing: lost or not captured. SEQ, EXPECTED. */
        LOSS_SUSPECTED(Severity.WARNING),
        /** SEQ, EXPECTED (SND.NXT). */
        KEEP_ALIVE(Severity.NOTE),
        /** ACK, OTHER_FLIGHT. */
        KEEP_ALIVE_ANSWER(Severity.NOTE),
        /** A host has no room left. ACK, PREVIOUS_WINDOW if known. */
        ZERO_WINDOW(Severity.WARNING),
        /** A probe of a shut window. SEQ, LENGTH. */
        WINDOW_PROBE(Severity.NOTE),
        /** The answer to it: still shut. ACK, OTHER_FLIGHT. */
        WINDOW_PROBE_ANSWER(Severity.NOTE),
        /** An acknowledgment only for a larger window. WINDOW, PREVIOUS_WINDOW. */
        WINDOW_UPDATE(Severity.NOTE),
        /**
         * The same acknowledgment again for a segment that did not fit. ACK, COUNT, OTHER_FLIGHT.
         */
        DUPLICATE_ACK(Severity.NOTE),
        /** RFC 5961: the answer to a SYN, RST or ACK that may be forged. ACK, OTHER_FLIGHT. */
        CHALLENGE_ACK(Severity.WARNING),
        /** No listener: a RST answers a SYN. OTHER_FLIGHT. */
        RESET_REFUSED(Severity.PROBLEM),
        /** A handshake was finished, but there is no room for the connection. OTHER_FLIGHT. */
        RESET_NO_ROOM(Severity.PROBLEM),
        /** Something that was not sent was acknowledged. ACK, EXPECTED, OTHER_FLIGHT. */
        RESET_ACK_OF_UNSENT(Severity.WARNING),
        /** The connection does not exist (any more): half-open. OTHER_FLIGHT. */
        RESET_NO_CONNECTION(Severity.PROBLEM),
        /** Data came after the application had closed. SEQ, LENGTH, OTHER_FLIGHT. */
        RESET_DATA_AFTER_CLOSE(Severity.PROBLEM),
        /** The application aborted. SEQ. */
        RESET_ABORT(Severity.PROBLEM),
        /** It aborted, or closed, perhaps without reading all. LENGTH, OTHER_FLIGHT. */
        RESET_ABORT_UNREAD(Severity.PROBLEM),
        /** It gave up after sending again and again. COUNT, NANOS since the last answer. */
        RESET_GAVE_UP(Severity.PROBLEM),
        /** A RST that its receiver did not take. SEQ, EXPECTED. */
        RESET_IGNORED(Severity.WARNING),
        /** A RST ended TIME-WAIT too early (RFC 1337). SEQ, NANOS in TIME-WAIT. */
        TIME_WAIT_ASSASSINATED(Severity.WARNING),
        /** The same sockets are used again. SEQ, NANOS since the last segment before. */
        PORT_REUSED(Severity.NOTE),
        /** The same, while the peer was still in TIME-WAIT. SEQ, EXPECTED. */
        TIME_WAIT_REUSED(Severity.WARNING),
        /** An application does not close. NANOS in CLOSE-WAIT. */
        CLOSE_WAIT_LASTS(Severity.PROBLEM),
        SIMULTANEOUS_OPEN(Severity.NOTE),
        SIMULTANEOUS_CLOSE(Severity.NOTE),
        /** Data went on after the peer's FIN. SEQ, LENGTH. */
        HALF_CLOSE(Severity.NOTE),
        /** The beginning was not captured. */
        BEGINS_MIDSTREAM(Severity.NOTE),
        /** Ends of packets were not captured. COUNT of packets. */
        SNAPPED(Severity.NOTE),
        /** Larger than any packet on the wire, by offloading. LENGTH of the largest, COUNT. */
        OFFLOADED(Severity.NOTE);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }

    public Severity severity() {
        return kind.severity();
    }

    /** One of the numbers, if it is there. */
    public OptionalLong figure(Quantity quantity) {
        Long value = figures.get(quantity);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
