package dev.handshakelab.sim.twins;

import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;

/** Something bad that happened in the variant and not, or not as much, in TCP. */
public sealed interface Cost {
    /** The frame of the aligned stories from which on it is seen. */
    int frame();

    /** The host that suffers. */
    Side side();

    /**
     * At the end a host still has a control block for a connection that its peer does not know, and
     * nothing will ever end it: no timer runs, nothing is on its way.
     *
     * @param state where it is stuck
     * @param peer the state of the peer, CLOSED or LISTEN
     * @param inTcp where the same host is at the end in TCP
     */
    record Stranded(int frame, Side side, TcpState state, TcpState peer, TcpState inTcp)
            implements Cost {}

    /**
     * An application was told "connected" while the peer had no connection.
     *
     * @param peer the state of the peer at that moment, CLOSED or LISTEN
     */
    record GhostConnected(int frame, Side side, TcpState peer) implements Cost {}

    /** Octets were delivered a second time on the same connection. */
    record DeliveredTwice(int frame, Side side, Octets text) implements Cost {}

    /**
     * Octets were delivered that the peer did not send on this connection.
     *
     * @param forged whether a stranger made them; otherwise they are left from an earlier
     *     connection
     */
    record DeliveredForeign(int frame, Side side, Octets text, boolean forged) implements Cost {}

    /** Octets were delivered after such that come later in the stream. */
    record DeliveredOutOfOrder(int frame, Side side, Octets text) implements Cost {}

    /** Octets that TCP delivered did not arrive before the end. */
    record NeverDelivered(int frame, Side side, int octets) implements Cost {}

    /**
     * A connection ended with an error.
     *
     * @param from the state before
     * @param reply what the application is told
     * @param origin where the segment comes from that did it; HOST also if a timer did it
     * @param inTcp what becomes of the connection of this host in TCP
     */
    record Broken(
            int frame,
            Side side,
            TcpState from,
            Signal.Reply reply,
            Flight.Origin origin,
            InTcp inTcp)
            implements Cost {}

    /** What becomes in TCP of a connection that the variant breaks. */
    enum InTcp {
        /** Both sides close it. */
        CLOSES_NORMALLY,
        /** It breaks too, but later. */
        BREAKS_LATER,
        /** It does not break. */
        SURVIVES
    }

    /**
     * Segments of a host reached a peer that had no connection for them.
     *
     * @param segments how many, without resets
     * @param inTcp how many it were in TCP
     */
    record SentInVain(int frame, Side side, int segments, int inTcp) implements Cost {}

    /**
     * Both ends answered each other's acknowledgments until the limiter (RFC 5961, 7) stopped it.
     *
     * @param acks how many acknowledgments without text both sent from then on
     * @param suppressed how many answers the limiter held back
     */
    record AckWar(int frame, Side side, int acks, int suppressed) implements Cost {}
}
