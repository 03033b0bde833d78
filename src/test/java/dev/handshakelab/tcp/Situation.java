package dev.handshakelab.tcp;

/** The ways an endpoint comes to stand in a state before a segment meets it. */
enum Situation {
    CLOSED("CL", "CLOSED"),
    LISTEN("LI", "LISTEN"),
    SYN_SENT("SS", "SYN-SENT"),
    SYN_RECEIVED_PASSIVE("SR-P", "SYN-RECEIVED (from LISTEN)"),
    SYN_RECEIVED_ACTIVE("SR-A", "SYN-RECEIVED (from SYN-SENT)"),
    ESTABLISHED("ES", "ESTABLISHED"),
    FIN_WAIT_1("F1", "FIN-WAIT-1"),
    FIN_WAIT_1_CLOSED("F1-C", "FIN-WAIT-1 (after close)"),
    FIN_WAIT_2("F2", "FIN-WAIT-2"),
    FIN_WAIT_2_CLOSED("F2-C", "FIN-WAIT-2 (after close)"),
    CLOSE_WAIT("CW", "CLOSE-WAIT"),
    CLOSING("CG", "CLOSING"),
    LAST_ACK("LA", "LAST-ACK"),
    TIME_WAIT("TW", "TIME-WAIT");

    final String code;
    final String label;

    Situation(String code, String label) {
        this.code = code;
        this.label = label;
    }

    static Situation named(String label) {
        for (Situation situation : values()) {
            if (situation.label.equals(label) || situation.code.equals(label)) {
                return situation;
            }
        }
        throw new IllegalArgumentException(label);
    }

    TcpState state() {
        return TcpState.fromRfcName(label.replaceFirst(" \\(.*", ""));
    }

    /** Whether the peer's and our own first numbers are known. */
    boolean isSynchronizedOrNearly() {
        return switch (this) {
            case CLOSED, LISTEN, SYN_SENT -> false;
            case SYN_RECEIVED_PASSIVE,
                    SYN_RECEIVED_ACTIVE,
                    ESTABLISHED,
                    FIN_WAIT_1,
                    FIN_WAIT_1_CLOSED,
                    FIN_WAIT_2,
                    FIN_WAIT_2_CLOSED,
                    CLOSE_WAIT,
                    CLOSING,
                    LAST_ACK,
                    TIME_WAIT ->
                    true;
        };
    }

    /** Whether the application has given up its socket, so that nobody can be told of an error. */
    boolean isOrphan() {
        return this == FIN_WAIT_1_CLOSED || this == FIN_WAIT_2_CLOSED || this == LAST_ACK;
    }

    /** Steps a fresh endpoint into this situation. */
    void arrange(Bench bench) {
        switch (this) {
            case CLOSED -> {}
            case LISTEN -> bench.open(false);
            case SYN_SENT -> bench.open(true);
            case SYN_RECEIVED_PASSIVE -> {
                bench.open(false);
                bench.peerSends(Flags.SYN, 0);
            }
            case SYN_RECEIVED_ACTIVE -> {
                bench.open(true);
                bench.peerSends(Flags.SYN, 0);
            }
            case ESTABLISHED -> bench.establish();
            case FIN_WAIT_1, FIN_WAIT_1_CLOSED -> {
                bench.establish();
                bench.close(this == FIN_WAIT_1);
            }
            case FIN_WAIT_2, FIN_WAIT_2_CLOSED -> {
                bench.establish();
                bench.close(this == FIN_WAIT_2);
                bench.peerSends(Flags.ACK, bench.tcb().send().nxt());
            }
            case CLOSE_WAIT -> {
                bench.establish();
                bench.peerSends(Flags.FIN_ACK, bench.tcb().send().nxt());
            }
            case CLOSING -> {
                bench.establish();
                bench.close(true);
                bench.peerSends(Flags.FIN_ACK, bench.tcb().send().una());
            }
            case LAST_ACK -> {
                CLOSE_WAIT.arrange(bench);
                bench.close(false);
            }
            case TIME_WAIT -> {
                FIN_WAIT_2.arrange(bench);
                bench.peerSends(Flags.FIN_ACK, bench.tcb().send().nxt());
            }
        }
    }
}
