package dev.handshakelab.tcp;

/**
 * What the endpoint tells its user: the answer to a call, or news that come by themselves (RFC
 * 9293, 3.9.1).
 */
public sealed interface Signal {
    /** The answer to the call that caused the transition. */
    record Answered(Reply reply) implements Signal {}

    /** An answer to calls that were queued before: SENDs and RECEIVEs that end now. */
    record PendingCallsEnded(Reply reply) implements Signal {}

    /** The connection is open. */
    record Connected() implements Signal {}

    /** Octets are handed to the user. */
    record Delivered(Octets text) implements Signal {}

    /** Octets wait for a RECEIVE. */
    record DataAvailable(int octets) implements Signal {}

    /** Everything that the user sent so far has been acknowledged. */
    record SendsAcknowledged(int octets) implements Signal {}

    /**
     * The peer has finished sending: RECEIVE says "connection closing", a socket's read returns end
     * of stream.
     */
    record EndOfStream() implements Signal {}

    /** The connection ended with an error, said without being asked. */
    record Failed(Reply reason) implements Signal {}

    /**
     * The peer reset the connection while it was being closed; all data had been sent (a soft
     * report).
     */
    record ResetWhileClosing() implements Signal {}

    /** Both sides closed, everything was acknowledged. */
    record ClosedNormally() implements Signal {}

    /** Retransmissions reached R1 (RFC 9293, 3.8.3). */
    record DeliveryDoubtful(int retransmissions) implements Signal {}

    /** Urgent data is ahead. */
    record UrgentData() implements Signal {}

    /** The answers that RFC 9293, 3.10 gives to calls. */
    enum Reply {
        OK,
        /** "error: connection does not exist". */
        CONNECTION_DOES_NOT_EXIST,
        /** "error: connection already exists". */
        CONNECTION_ALREADY_EXISTS,
        /** "error: connection illegal for this process". */
        CONNECTION_ILLEGAL,
        /** "error: remote socket unspecified". */
        REMOTE_SOCKET_UNSPECIFIED,
        /** "error: insufficient resources". */
        INSUFFICIENT_RESOURCES,
        /** "error: connection closing". */
        CONNECTION_CLOSING,
        /** "error: closing". */
        CLOSING,
        /** "error: connection reset"; a socket says ECONNRESET. */
        CONNECTION_RESET,
        /** "error: connection refused"; a socket says ECONNREFUSED. */
        CONNECTION_REFUSED,
        /** "error: connection aborted due to user timeout"; a socket says ETIMEDOUT. */
        USER_TIMEOUT;

        public boolean isError() {
            return this != OK;
        }
    }
}
