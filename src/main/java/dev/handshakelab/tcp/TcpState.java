package dev.handshakelab.tcp;

/** The eleven states of a connection (RFC 9293, 3.3.2). CLOSED stands for "no control block". */
public enum TcpState {
    CLOSED,
    LISTEN,
    SYN_SENT,
    SYN_RECEIVED,
    ESTABLISHED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    CLOSE_WAIT,
    CLOSING,
    LAST_ACK,
    TIME_WAIT;

    /** The name as the RFC spells it, for example {@code SYN-RECEIVED}. */
    public String rfcName() {
        return name().replace('_', '-');
    }

    /**
     * The state with this RFC name.
     *
     * @throws IllegalArgumentException if no state has it
     */
    public static TcpState fromRfcName(String rfcName) {
        for (TcpState state : values()) {
            if (state.rfcName().equals(rfcName)) {
                return state;
            }
        }
        throw new IllegalArgumentException(rfcName);
    }

    /**
     * Whether both sides know each other's numbers: ESTABLISHED and all states after it (RFC 9293,
     * 3.5.1).
     */
    public boolean isSynchronized() {
        return switch (this) {
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED -> false;
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT ->
                    true;
        };
    }

    /** Whether the peer's text is still taken: its FIN has not been consumed yet. */
    public boolean receivesText() {
        return switch (this) {
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2 -> true;
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT ->
                    false;
        };
    }

    /** Whether queued text or a FIN may be sent for the first time in this state. */
    public boolean sendsText() {
        return switch (this) {
            case ESTABLISHED, FIN_WAIT_1, CLOSE_WAIT, CLOSING, LAST_ACK -> true;
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, FIN_WAIT_2, TIME_WAIT -> false;
        };
    }

    /** Whether the peer's FIN has been consumed. */
    public boolean hasPeerFin() {
        return switch (this) {
            case CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT -> true;
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2 ->
                    false;
        };
    }

    /** Whether the user has said CLOSE and may not send any more. */
    public boolean hasUserClosed() {
        return switch (this) {
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT -> true;
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, ESTABLISHED, CLOSE_WAIT -> false;
        };
    }
}
