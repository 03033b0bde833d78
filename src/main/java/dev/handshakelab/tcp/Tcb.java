package dev.handshakelab.tcp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transmission control block (RFC 9293, 3.3.1), immutable. An endpoint always has one; in CLOSED
 * it only remembers what outlives a connection.
 *
 * @param config what the endpoint was given
 * @param state the state of the connection
 * @param openedPassively whether the connection came from a passive OPEN (MUST-11)
 * @param remote the peer's socket; null while unspecified
 * @param remoteGiven whether the OPEN named the peer, so that LISTEN keeps it
 * @param send the send sequence variables
 * @param receive the receive sequence variables
 * @param finSeq FIN.SEQ: the number of our FIN once it was sent, otherwise null
 * @param closeRequested CLOSE was accepted and our FIN has not been sent yet
 * @param userReads false after a close that also ends reading (RFC 9293, 3.6.1, MAY-1)
 * @param unsent text accepted from the user and not sent yet
 * @param unsentPush whether the end of {@code unsent} must not wait
 * @param retransmissionQueue what was sent and is not acknowledged, oldest first
 * @param reassemblyQueue text and FIN beyond RCV.NXT, in order, without overlap
 * @param unread text received in order that the user has not taken
 * @param receiveCredit how many octets outstanding RECEIVEs can still take
 * @param roundTrip measurement and RTO
 * @param timers the running timers
 * @param negotiated what the SYNs agreed on
 * @param acknowledgment what is still to be acknowledged
 * @param limiter the challenge-ACK limiter
 * @param unansweredProbes keep-alive probes without an answer
 * @param fromTimeWait SYN-RECEIVED entered from TIME-WAIT: the block to go back to; otherwise null
 * @param issUsed how many initial sequence numbers this endpoint has chosen
 */
public record Tcb(
        EndpointConfig config,
        TcpState state,
        boolean openedPassively,
        @Nullable TcpSocket remote,
        boolean remoteGiven,
        SendVariables send,
        ReceiveVariables receive,
        @Nullable Integer finSeq,
        boolean closeRequested,
        boolean userReads,
        Octets unsent,
        boolean unsentPush,
        List<Outstanding> retransmissionQueue,
        List<Held> reassemblyQueue,
        Octets unread,
        long receiveCredit,
        RoundTrip roundTrip,
        Timers timers,
        Negotiated negotiated,
        PendingAck acknowledgment,
        Limiter limiter,
        int unansweredProbes,
        @Nullable Tcb fromTimeWait,
        int issUsed) {
    /**
     * Send sequence variables (RFC 9293, table 2).
     *
     * @param iss number of our SYN
     * @param una oldest number sent and not acknowledged
     * @param nxt next number to send
     * @param wnd window the peer offers, counted from {@code una}, scaled, octets
     * @param up urgent pointer
     * @param wl1 SEG.SEQ of the last window update
     * @param wl2 SEG.ACK of the last window update
     * @param maxWnd largest window the peer ever offered
     */
    public record SendVariables(
            int iss, int una, int nxt, long wnd, int up, int wl1, int wl2, long maxWnd) {
        static final SendVariables NONE = new SendVariables(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Receive sequence variables (RFC 9293, table 3).
     *
     * @param irs number of the peer's SYN
     * @param nxt next number expected
     * @param wnd window we offer, octets
     * @param up urgent pointer
     */
    public record ReceiveVariables(int irs, int nxt, long wnd, int up) {
        static final ReceiveVariables NONE = new ReceiveVariables(0, 0, 0, 0);
    }

    /**
     * An element of the retransmission queue.
     *
     * @param seq its first number
     * @param flags SYN, FIN or neither, and PSH
     * @param text its data
     * @param transmissions how often it was sent, at least 1; counts anew when a shut window opens
     * @param waitingSinceNanos when it was sent first, or when the peer last showed that it takes
     *     what we send: R2 counts from here
     */
    public record Outstanding(
            int seq, Flags flags, Octets text, int transmissions, long waitingSinceNanos) {
        public int length() {
            return text.length() + (flags.syn() ? 1 : 0) + (flags.fin() ? 1 : 0);
        }

        public int end() {
            return seq + length();
        }

        /** The same, with R2 counted from now on. */
        Outstanding countedFrom(long nowNanos, int newTransmissions) {
            return new Outstanding(seq, flags, text, newTransmissions, nowNanos);
        }

        Outstanding sentAgain() {
            return new Outstanding(seq, flags, text, transmissions + 1, waitingSinceNanos);
        }
    }

    /**
     * An element of the reassembly queue.
     *
     * @param seq number of its first octet
     * @param text data, may be empty if only a FIN is held
     * @param fin whether a FIN follows the text
     */
    public record Held(int seq, Octets text, boolean fin) {
        public int end() {
            return seq + text.length() + (fin ? 1 : 0);
        }
    }

    /**
     * Round-trip measurement (RFC 6298).
     *
     * @param srttNanos SRTT; 0 before the first measurement
     * @param rttvarNanos RTTVAR
     * @param rtoNanos RTO, with any back-off
     * @param backoffs how often RTO was doubled since the last measurement
     * @param timed what is being measured, or null
     * @param synRetransmitted whether the timer fired while our SYN was unacknowledged (RFC 6298,
     *     5.7)
     */
    public record RoundTrip(
            long srttNanos,
            long rttvarNanos,
            long rtoNanos,
            int backoffs,
            @Nullable Timed timed,
            boolean synRetransmitted) {}

    /**
     * The segment being measured: the acknowledgment that ends the measurement, and when it was
     * sent.
     */
    public record Timed(int end, long sentAtNanos) {}

    /**
     * What the SYN segments agreed on (RFC 9293, 3.7.1; RFC 7323; RFC 2018).
     *
     * @param sendMss the most text octets in a segment we send, before options
     * @param scaling whether both sides scale windows
     * @param sendShift how far the window field of a received segment is shifted
     * @param receiveShift how far the window field of a segment we send is shifted
     * @param timestamps whether both sides use timestamps
     * @param tsRecent TS.Recent
     * @param lastAckSent Last.ACK.sent
     * @param sackPermitted whether both sides permit selective acknowledgments
     */
    public record Negotiated(
            int sendMss,
            boolean scaling,
            int sendShift,
            int receiveShift,
            boolean timestamps,
            int tsRecent,
            int lastAckSent,
            boolean sackPermitted) {
        /** What holds without any option: MSS 536 (MUST-15). */
        public static final Negotiated NOTHING =
                new Negotiated(536, false, 0, 0, false, 0, 0, false);

        Negotiated withTimestamps(int newTsRecent, int newLastAckSent) {
            return new Negotiated(
                    sendMss,
                    scaling,
                    sendShift,
                    receiveShift,
                    timestamps,
                    newTsRecent,
                    newLastAckSent,
                    sackPermitted);
        }
    }

    /**
     * What is still to be acknowledged.
     *
     * @param due whether an acknowledgment waits for the delayed-ACK timer or for the last segment
     *     of a batch
     * @param octets text octets received since the last acknowledgment
     */
    public record PendingAck(boolean due, int octets) {
        static final PendingAck NONE = new PendingAck(false, 0);
    }

    /**
     * The challenge-ACK limiter (RFC 5961, 7): when the period began and how many ACKs it has seen.
     */
    public record Limiter(long periodStartNanos, int used) {
        static final Limiter FRESH = new Limiter(0, 0);
    }

    /** An endpoint that has done nothing yet. */
    public static Tcb closed(EndpointConfig config) {
        return closed(config, 0, Limiter.FRESH);
    }

    /**
     * An endpoint without a connection that has chosen {@code issUsed} initial sequence numbers
     * before.
     */
    static Tcb closed(EndpointConfig config, int issUsed, Limiter limiter) {
        return new Tcb(
                config,
                TcpState.CLOSED,
                false,
                null,
                false,
                SendVariables.NONE,
                ReceiveVariables.NONE,
                null,
                false,
                true,
                Octets.EMPTY,
                false,
                List.of(),
                List.of(),
                Octets.EMPTY,
                0,
                new RoundTrip(0, 0, config.options().initialRtoNanos(), 0, null, false),
                Timers.NONE,
                Negotiated.NOTHING,
                PendingAck.NONE,
                limiter,
                0,
                null,
                issUsed);
    }

    public Tcb {
        retransmissionQueue = List.copyOf(retransmissionQueue);
        reassemblyQueue = List.copyOf(reassemblyQueue);
    }

    /**
     * The endpoint after a crash with loss of memory: CLOSED, but the next initial number is not
     * used twice.
     */
    public Tcb crashed() {
        return closed(config, issUsed, Limiter.FRESH);
    }

    public TcpOptions options() {
        return config.options();
    }

    /** Whether our FIN was sent and acknowledged. */
    public boolean finAcknowledged() {
        return finSeq != null && SequenceNumbers.gt(send.una(), finSeq);
    }

    /** The same endpoint with other options, which hold from the next event on. */
    public Tcb withOptions(TcpOptions newOptions) {
        return new Tcb(
                config.withOptions(newOptions),
                state,
                openedPassively,
                remote,
                remoteGiven,
                send,
                receive,
                finSeq,
                closeRequested,
                userReads,
                unsent,
                unsentPush,
                retransmissionQueue,
                reassemblyQueue,
                unread,
                receiveCredit,
                roundTrip,
                timers,
                negotiated,
                acknowledgment,
                limiter,
                unansweredProbes,
                fromTimeWait,
                issUsed);
    }
}
