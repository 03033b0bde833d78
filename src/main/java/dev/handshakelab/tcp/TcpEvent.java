package dev.handshakelab.tcp;

import org.jspecify.annotations.Nullable;

/** Something that happens to an endpoint: a user call, a segment, a timeout (RFC 9293, 3.10). */
public sealed interface TcpEvent {
    /** When it happens, in nanoseconds of virtual time. */
    long atNanos();

    /** A call of the local user (RFC 9293, 3.9.1). */
    sealed interface UserCall extends TcpEvent {}

    /**
     * OPEN (RFC 9293, 3.10.1).
     *
     * @param active active or passive
     * @param remote the remote socket; an active OPEN fails without it
     * @param text data that travels with the SYN of an active OPEN (RFC 9293, 3.5)
     * @param reading whether the user keeps a RECEIVE outstanding from now on, so that data is
     *     taken at once
     */
    record Open(
            long atNanos, boolean active, @Nullable TcpSocket remote, Octets text, boolean reading)
            implements UserCall {}

    /**
     * SEND (RFC 9293, 3.10.2).
     *
     * @param push whether the data must not wait for more
     * @param urgent whether the data is urgent
     */
    record Send(long atNanos, Octets text, boolean push, boolean urgent) implements UserCall {}

    /**
     * RECEIVE (RFC 9293, 3.10.3).
     *
     * @param octets room in the user's buffer; {@link #UNLIMITED} keeps a RECEIVE outstanding for
     *     good
     */
    record Receive(long atNanos, long octets) implements UserCall {
        /** A user who reads on and on. */
        public static final long UNLIMITED = Long.MAX_VALUE;
    }

    /**
     * The user stops reading: outstanding RECEIVEs are withdrawn. Not a call of the RFC, it only
     * ends RECEIVEs.
     */
    record StopReading(long atNanos) implements UserCall {}

    /**
     * CLOSE (RFC 9293, 3.10.4).
     *
     * @param receiving true: only our sending ends (a socket's {@code shutdown(WR)}, the RFC's
     *     CLOSE); false: the user will not read either (a socket's {@code close()}, the half-duplex
     *     close of RFC 9293, 3.6.1, MAY-1)
     */
    record Close(long atNanos, boolean receiving) implements UserCall {}

    /** ABORT (RFC 9293, 3.10.5). */
    record Abort(long atNanos) implements UserCall {}

    /** STATUS (RFC 9293, 3.10.6). */
    record Status(long atNanos) implements UserCall {}

    /**
     * SEGMENT ARRIVES (RFC 9293, 3.10.7).
     *
     * @param source the socket it comes from
     * @param moreQueued whether another segment arrives at this same moment, so that an
     *     acknowledgment can wait for it (MUST-59)
     */
    record SegmentArrives(long atNanos, TcpSocket source, Segment segment, boolean moreQueued)
            implements TcpEvent {}

    /** A timer fires (RFC 9293, 3.10.8). */
    record Timeout(long atNanos, TimerKind timer) implements TcpEvent {}
}
