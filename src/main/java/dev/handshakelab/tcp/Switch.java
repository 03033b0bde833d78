package dev.handshakelab.tcp;

/**
 * Choices where the RFC is loose, optional or contradicts itself; on or off in {@link
 * TcpOptions#switches()}.
 */
public enum Switch {
    /**
     * Apply the sequence check to the letter, also to the crossing SYN,ACK of a simultaneous open
     * (3.10.7.4 step 1).
     */
    LITERAL_STEP_1,
    /** Answer a repeated SYN in SYN-RECEIVED with the SYN,ACK instead of a bare ACK. */
    RESEND_SYN_ACK,
    /** Go to TIME-WAIT after ABORT instead of CLOSED (3.3.2 note 3, 3.5.2). */
    TIME_WAIT_AFTER_ABORT,
    /** Ignore RST in TIME-WAIT (RFC 1337, fix F1). */
    RFC_1337,
    /**
     * Answer RST and SYN inside the window, and very old ACKs, with a challenge ACK (RFC 5961). On
     * by default.
     */
    RFC_5961,
    /** Answer even an empty ACK in TIME-WAIT, as step 5 says to the letter. */
    LITERAL_TIME_WAIT_ACK,
    /**
     * Limit challenge ACKs and ACKs for unacceptable empty segments (RFC 5961, 7). On by default.
     */
    ACK_LIMITER,
    /** Nagle's algorithm (3.7.4). On by default. */
    NAGLE,
    /** Silly-window avoidance of the sender and the receiver (3.8.6.2). On by default. */
    SWS_AVOIDANCE,
    /** Keep-alive probes (3.8.4). */
    KEEPALIVE,
    /** Offer window scaling (RFC 7323, 2). */
    WINDOW_SCALE,
    /** Offer timestamps, and with them PAWS (RFC 7323, 3 and 5). */
    TIMESTAMPS,
    /** Offer selective acknowledgments (RFC 2018, 2). */
    SACK_PERMITTED,
    /** Send the MSS option with SYN (3.7.1). On by default. */
    MSS_OPTION,
    /**
     * A close that leaves received data unread resets the connection, and so does data after it
     * (3.6.1, SHLD-3).
     */
    RESET_WHEN_DATA_IS_LOST,
    /** The local socket is not for this process: OPEN is refused. */
    OPEN_FORBIDDEN,
    /** No memory is left for another connection or RECEIVE. */
    NO_ROOM,
    /** Linux: data on a SYN is dropped, to be sent again by the peer. */
    LINUX_DROP_TEXT_ON_SYN,
    /** Linux: SYN with FIN is dropped in LISTEN; in SYN-SENT its FIN is ignored. */
    LINUX_NO_SYN_FIN,
    /**
     * Linux: a different SYN or a SYN,ACK in SYN-RECEIVED after a passive OPEN draws a RST on the
     * way back to LISTEN.
     */
    LINUX_SYN_RECEIVED_RST,
    /**
     * Linux: after a simultaneous open an ACK that does not cover our SYN establishes the
     * connection all the same.
     */
    LINUX_SYN_RECEIVED_LAX_ACK,
    /** Linux: RST at RCV.NXT-1 is believed in CLOSE-WAIT, CLOSING and LAST-ACK. */
    LINUX_RST_BEFORE_WINDOW,
    /**
     * Linux: an ACK older than all octets sent so far draws a challenge ACK, instead of
     * MAX.SND.WND.
     */
    LINUX_ACK_RANGE_BY_BYTES_SENT,
    /** Linux: new text behind the peer's FIN resets the connection. */
    LINUX_TEXT_AFTER_FIN_RST,
    /** Linux: FIN-WAIT-2 after close() is a small record with checks of its own. */
    LINUX_SMALL_FIN_WAIT_2,
    /** Linux: in TIME-WAIT a RST inside the window but not at RCV.NXT is ignored silently. */
    LINUX_QUIET_TIME_WAIT,
    /**
     * Linux: in TIME-WAIT whatever is not an empty segment at RCV.NXT draws an ACK, and a new SYN
     * must lie above RCV.NXT.
     */
    LINUX_SMALL_TIME_WAIT,
    /**
     * Linux: SYN-RECEIVED after a passive OPEN is a small record: it looks at the ACK field first,
     * and any RST in the window ends it.
     */
    LINUX_SMALL_SYN_RECEIVED,
    /**
     * Linux: a segment that ends no earlier than the last acknowledged number passes the sequence
     * check, so that its ACK field counts although its text is old.
     */
    LINUX_OLD_SEGMENTS,
    /** Linux: a wrong ACK in SYN-SENT makes the first SYN go out again after 10 ms. */
    LINUX_SYN_AGAIN_SOON,
    /** Linux: a RST in SYN-RECEIVED after an active OPEN is "connection reset", not "refused". */
    LINUX_RESET_NOT_REFUSED
}
