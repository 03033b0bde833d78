package dev.handshakelab.capture;

import static dev.handshakelab.capture.Move.CONTRADICTION;
import static dev.handshakelab.capture.Move.PECULIAR;
import static dev.handshakelab.capture.Move.RARE;
import static dev.handshakelab.capture.Move.RULE;
import static dev.handshakelab.capture.Move.UNSEEN;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import java.util.List;

/** What a host may have done, and in which state it was, if it sends a segment. */
final class SendMoves {
    /** A step that takes a segment which was not captured. */
    private static final int MISSED = 4;

    /** An acknowledgment that does not fit the peer's FIN. */
    private static final int MISFIT = CONTRADICTION / 2;

    private static final Move NEVER = Move.stay(CONTRADICTION);

    private SendMoves() {}

    /** All ways from a state; at least one. */
    static List<Move> of(TcpState state, Segment segment, SegmentFacts.Sent facts) {
        if (segment.flags().rst()) {
            return facts.answer() ? answer(state, segment, facts) : List.of(abort(state));
        }
        if (segment.flags().syn()) {
            return segment.flags().ack() ? synAck(state) : List.of(syn(state, facts.newSyn()));
        }
        return List.of(other(state, segment, facts));
    }

    /** Answers come from those who have no such connection (RFC 9293, 3.5.2). */
    private static List<Move> answer(TcpState state, Segment reset, SegmentFacts.Sent facts) {
        return switch (state) {
            case CLOSED, SYN_SENT -> List.of(Move.stay(RULE));
            case SYN_RECEIVED -> List.of(Move.stay(facts.toGoodAck() ? UNSEEN : RULE));
            // Some answer a second SYN so, with which they went back to LISTEN.
            case LISTEN -> List.of(Move.stay(reset.flags().ack() ? RARE : RULE));
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT ->
                    List.of(
                            Move.stay(RULE).afterUnseenEnd(UNSEEN),
                            Move.to(TcpState.CLOSED, Rule.U_ABORT_RST, UNSEEN + PECULIAR));
        };
    }

    private static Move abort(TcpState state) {
        return switch (state) {
            case CLOSED -> Move.stay(PECULIAR);
            case LISTEN -> NEVER;
            case SYN_SENT -> Move.to(TcpState.CLOSED, Rule.U_ABORT_SYNSENT, PECULIAR);
            case SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT ->
                    Move.to(TcpState.CLOSED, Rule.U_ABORT_RST);
            case CLOSING, LAST_ACK, TIME_WAIT ->
                    Move.to(TcpState.CLOSED, Rule.U_ABORT_OK, PECULIAR);
        };
    }

    private static Move syn(TcpState state, boolean isNew) {
        Move open = Move.to(TcpState.SYN_SENT, Rule.U_OPEN_ACTIVE);
        return switch (state) {
            case CLOSED -> isNew ? open : NEVER;
            case LISTEN ->
                    isNew ? Move.to(TcpState.SYN_SENT, Rule.U_OPEN_LISTEN_ACTIVE, RARE) : NEVER;
            case SYN_SENT -> isNew ? open.afterUnseenEnd(MISSED) : Move.stay(RULE);
            case SYN_RECEIVED -> isNew ? open.afterUnseenEnd(UNSEEN) : Move.stay(RARE);
            case TIME_WAIT -> isNew ? open.afterUnseenEnd(PECULIAR) : NEVER;
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK ->
                    isNew ? open.afterUnseenEnd(UNSEEN) : NEVER;
        };
    }

    private static List<Move> synAck(TcpState state) {
        return switch (state) {
            case SYN_RECEIVED -> List.of(Move.stay(RULE));
            case LISTEN -> List.of(Move.to(TcpState.SYN_RECEIVED, Rule.R_LISTEN_SYN, MISSED));
            case SYN_SENT -> List.of(Move.to(TcpState.SYN_RECEIVED, Rule.R_SYNSENT_SYN, MISSED));
            case CLOSED ->
                    List.of(Move.to(TcpState.SYN_RECEIVED, Rule.R_LISTEN_SYN, MISSED + RARE));
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT ->
                    List.of(
                            NEVER,
                            Move.to(TcpState.SYN_RECEIVED, Rule.R_LISTEN_SYN, MISSED)
                                    .afterUnseenEnd(UNSEEN));
        };
    }

    private static Move other(TcpState state, Segment segment, SegmentFacts.Sent facts) {
        if ((facts.acksPeerFin() && !state.hasPeerFin())
                || (facts.beforePeerFin() && state.hasPeerFin())) {
            return Move.stay(MISFIT);
        }
        if (segment.flags().fin()) {
            return facts.firstFin() ? firstFin(state) : Move.stay(again(state));
        }
        if (facts.newText()) {
            return Move.stay(newText(state));
        }
        return Move.stay(facts.again() ? again(state) : acknowledgment(state));
    }

    private static Move firstFin(TcpState state) {
        return switch (state) {
            case ESTABLISHED -> Move.to(TcpState.FIN_WAIT_1, Rule.U_CLOSE_ESTAB);
            case CLOSE_WAIT -> Move.to(TcpState.LAST_ACK, Rule.U_CLOSE_CW);
            case SYN_RECEIVED -> Move.to(TcpState.FIN_WAIT_1, Rule.U_CLOSE_SYNRCVD_NODATA, RARE);
            // It was sent before the capture began.
            case FIN_WAIT_1, CLOSING, LAST_ACK -> Move.stay(PECULIAR);
            case CLOSED, LISTEN, SYN_SENT, FIN_WAIT_2, TIME_WAIT -> NEVER;
        };
    }

    private static int again(TcpState state) {
        return switch (state) {
            case ESTABLISHED, CLOSE_WAIT, FIN_WAIT_1, CLOSING, LAST_ACK -> RULE;
            case FIN_WAIT_2, TIME_WAIT -> PECULIAR + RARE;
            case SYN_RECEIVED -> MISSED;
            case CLOSED, LISTEN, SYN_SENT -> CONTRADICTION;
        };
    }

    private static int newText(TcpState state) {
        return switch (state) {
            case ESTABLISHED, CLOSE_WAIT -> RULE;
            case SYN_RECEIVED -> MISSED;
            case CLOSED, LISTEN, SYN_SENT, FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT ->
                    CONTRADICTION;
        };
    }

    private static int acknowledgment(TcpState state) {
        return switch (state) {
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT ->
                    RULE;
            case SYN_RECEIVED -> RARE;
            case CLOSED, LISTEN, SYN_SENT -> CONTRADICTION;
        };
    }
}
