package dev.handshakelab.tcp;

/** The timers of a control block (RFC 9293, 3.8 and 3.10.8). */
public enum TimerKind {
    /** RTO: the oldest unacknowledged segment is sent again (RFC 6298, 5). */
    RETRANSMISSION,
    /** Runs while the peer's window is shut and something waits to be sent (RFC 9293, 3.8.6.1). */
    ZERO_WINDOW_PROBE,
    /** Sends a short segment that silly-window avoidance held back (RFC 9293, 3.8.6.2.1). */
    SWS_OVERRIDE,
    /** Sends an acknowledgment that was held back (RFC 9293, 3.8.6.3). */
    DELAYED_ACK,
    /** Probes an idle connection, if switched on (RFC 9293, 3.8.4). */
    KEEPALIVE,
    /** The user timeout: nothing was acknowledged for too long (RFC 9293, 3.10.8). */
    USER,
    /** 2MSL (RFC 9293, 3.10.8). */
    TIME_WAIT,
    /** Ends FIN-WAIT-2; not in the RFC and off by default. */
    FIN_WAIT_2
}
