package dev.handshakelab.capture;

import java.util.List;

/**
 * One connection of a conversation: from its first SYN, or from where the capture begins, to the
 * next.
 *
 * @param conversation who talked
 * @param incarnation which connection of the same pair of sockets, from 1
 * @param segments all of them, as the fuller of two captures has them
 * @param octetsFromA data that A sent, each octet counted once
 * @param octetsFromB data that B sent, each octet counted once
 * @param opening how it began
 * @param ending how it ended
 */
public record Connection(
        Conversation conversation,
        int incarnation,
        List<CapturedSegment> segments,
        long octetsFromA,
        long octetsFromB,
        Opening opening,
        Ending ending) {
    /** How a connection began. */
    public enum Opening {
        /** SYN, SYN-ACK, ACK. */
        HANDSHAKE,
        /** Both hosts sent a SYN of their own accord. */
        SIMULTANEOUS,
        /** A SYN-ACK, but nothing that acknowledges it. */
        UNFINISHED,
        /** Nothing but SYNs, perhaps refused. */
        SYN_ONLY,
        /** The beginning was not captured. */
        NOT_CAPTURED
    }

    /** How a connection ended. */
    public enum Ending {
        /** Both FINs were sent and acknowledged. */
        CLOSED,
        /** Both FINs were sent; the acknowledgment of one was not captured. */
        NOT_CONFIRMED,
        FIN_OF_A_ONLY,
        FIN_OF_B_ONLY,
        RESET_BY_A,
        RESET_BY_B,
        /** Nothing of an end was captured. */
        NONE
    }

    /** What there is to say about a connection. */
    public enum Verdict {
        COMPLETE,
        /** A SYN was answered by a RST. */
        REFUSED,
        /** A SYN was not answered. */
        UNANSWERED,
        /** The handshake was not finished. */
        HANDSHAKE_UNFINISHED,
        ABORTED_BY_A,
        ABORTED_BY_B,
        HALF_CLOSED,
        /** The last acknowledgment is missing. */
        CLOSE_UNCONFIRMED,
        /** It was still open when the capture ended, or when a new one took its place. */
        STILL_OPEN,
        BEGINS_MIDSTREAM
    }

    public Connection {
        segments = List.copyOf(segments);
    }

    /** When its first segment was captured, in nanoseconds since 1970. */
    public long startNanos() {
        return segments.getFirst().atNanos();
    }

    /** From its first segment to its last. */
    public long durationNanos() {
        return segments.getLast().atNanos() - segments.getFirst().atNanos();
    }

    /** What there is to say about it in a word. */
    public Verdict verdict() {
        return switch (opening) {
            case NOT_CAPTURED -> Verdict.BEGINS_MIDSTREAM;
            case SYN_ONLY ->
                    switch (ending) {
                        case RESET_BY_B -> Verdict.REFUSED;
                        case RESET_BY_A -> Verdict.ABORTED_BY_A;
                        case CLOSED, NOT_CONFIRMED, FIN_OF_A_ONLY, FIN_OF_B_ONLY, NONE ->
                                Verdict.UNANSWERED;
                    };
            case UNFINISHED ->
                    switch (ending) {
                        case RESET_BY_A -> Verdict.ABORTED_BY_A;
                        case RESET_BY_B -> Verdict.ABORTED_BY_B;
                        case CLOSED, NOT_CONFIRMED, FIN_OF_A_ONLY, FIN_OF_B_ONLY, NONE ->
                                Verdict.HANDSHAKE_UNFINISHED;
                    };
            case HANDSHAKE, SIMULTANEOUS ->
                    switch (ending) {
                        case CLOSED -> Verdict.COMPLETE;
                        case NOT_CONFIRMED -> Verdict.CLOSE_UNCONFIRMED;
                        case FIN_OF_A_ONLY, FIN_OF_B_ONLY -> Verdict.HALF_CLOSED;
                        case RESET_BY_A -> Verdict.ABORTED_BY_A;
                        case RESET_BY_B -> Verdict.ABORTED_BY_B;
                        case NONE -> Verdict.STILL_OPEN;
                    };
        };
    }
}
