package dev.handshakelab.capture;

import static dev.handshakelab.capture.Move.PECULIAR;
import static dev.handshakelab.capture.Move.RARE;
import static dev.handshakelab.capture.Move.RULE;
import static dev.handshakelab.capture.Move.UNSEEN;

import dev.handshakelab.capture.Move.Hop;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;

/** Where a segment may take a host that receives it (RFC 9293, 3.10.7). */
final class ArrivalMoves {
    private static final Move STAY = Move.stay(RULE);

    private ArrivalMoves() {}

    /**
     * All ways from a state; at least one.
     *
     * @param certain false if the segment may have been lost
     */
    static List<Move> of(
            TcpState state, Segment segment, SegmentFacts.Received facts, boolean certain) {
        List<Move> moves = new ArrayList<>(arrival(state, segment, facts));
        if (!certain) {
            moves.add(STAY);
        }
        return moves;
    }

    private static List<Move> arrival(
            TcpState state, Segment segment, SegmentFacts.Received facts) {
        if (segment.flags().rst()) {
            return reset(state, facts);
        }
        if (segment.flags().syn()) {
            return segment.flags().ack() ? List.of(synAck(state, facts)) : syn(state, facts);
        }
        List<Move> moves = new ArrayList<>(acknowledgment(state, facts));
        boolean wasThere = state.isSynchronized() || state == TcpState.SYN_RECEIVED;
        if (facts.answeredByReset() && wasThere) {
            moves.add(STAY.afterUnseenEnd(UNSEEN - 1));
        }
        return moves;
    }

    private static List<Move> reset(TcpState state, SegmentFacts.Received facts) {
        int elsewhere = facts.mayReset() ? RARE : Move.CONTRADICTION;
        int cost = facts.resets() ? RULE : elsewhere;
        int staying = facts.resets() ? PECULIAR : RULE;
        // Behind a FIN, Linux takes the number of the FIN as well.
        boolean atFin = facts.beforeNext() && state.hasPeerFin() && state != TcpState.TIME_WAIT;
        if (atFin) {
            return List.of(Move.stay(RARE), Move.to(TcpState.CLOSED, Rule.L_RST_BEFORE));
        }
        return switch (state) {
            case CLOSED, LISTEN -> List.of(STAY);
            case SYN_SENT ->
                    List.of(
                            facts.acksOurs()
                                    ? Move.to(TcpState.CLOSED, Rule.R_SYNSENT_RST_OK)
                                    : STAY);
            case SYN_RECEIVED -> resetInSynReceived(facts);
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT ->
                    List.of(Move.stay(staying), Move.to(TcpState.CLOSED, Rule.R_RST_SYNC, cost));
            case CLOSING, LAST_ACK, TIME_WAIT ->
                    List.of(Move.stay(staying), Move.to(TcpState.CLOSED, Rule.R_RST_CLOSING, cost));
        };
    }

    /** Some take any RST within the window here; others ask for proof at once (RFC 5961, 3.2). */
    private static List<Move> resetInSynReceived(SegmentFacts.Received facts) {
        boolean taken = facts.resets() || (facts.mayReset() && !facts.answeredAtOnce());
        int cost = facts.mayReset() ? RARE : Move.CONTRADICTION;
        return List.of(
                Move.stay(taken ? PECULIAR : RULE),
                facts.passive()
                        ? Move.to(TcpState.LISTEN, Rule.R_SYNRCVD_RST_PASSIVE, taken ? RULE : cost)
                        : Move.to(TcpState.CLOSED, Rule.R_SYNRCVD_RST_ACTIVE, taken ? RULE : cost));
    }

    private static List<Move> syn(TcpState state, SegmentFacts.Received facts) {
        boolean answered = facts.answeredBySynAck();
        Move accept = Move.to(TcpState.SYN_RECEIVED, Rule.R_LISTEN_SYN);
        return switch (state) {
            case LISTEN -> List.of(answered ? accept : STAY);
            case CLOSED -> List.of(answered ? listening(RARE, false) : STAY);
            case SYN_SENT ->
                    List.of(
                            Move.to(
                                    TcpState.SYN_RECEIVED,
                                    Rule.R_SYNSENT_SYN,
                                    answered ? RULE : RARE),
                            Move.stay(answered ? PECULIAR : RULE));
            case SYN_RECEIVED -> synInSynReceived(facts);
            case TIME_WAIT -> {
                if (!answered) {
                    yield List.of(STAY);
                }
                yield List.of(
                        facts.afterPause()
                                ? listening(RARE, true)
                                : Move.to(TcpState.SYN_RECEIVED, Rule.R_TW_SYN_REUSE));
            }
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK ->
                    List.of(answered ? listening(UNSEEN, true) : STAY);
        };
    }

    /**
     * Another SYN within the window takes a passive opener back to LISTEN without a word (some add
     * a RST); one outside of it is answered, as is the same one again.
     */
    private static List<Move> synInSynReceived(SegmentFacts.Received facts) {
        if (!facts.passive() || facts.repeatedSyn()) {
            return List.of(STAY);
        }
        boolean back = facts.answeredByReset() || !facts.answeredAtOnce();
        return List.of(
                Move.to(TcpState.LISTEN, Rule.R_SYNRCVD_SYN_PASSIVE, back ? RULE : PECULIAR),
                Move.stay(back ? PECULIAR : RULE));
    }

    /** The host had begun to listen (again) before the SYN came. */
    private static Move listening(int cost, boolean endedBefore) {
        List<Hop> hops = new ArrayList<>();
        if (endedBefore) {
            hops.add(new Hop(TcpState.CLOSED, null, true));
        }
        hops.add(new Hop(TcpState.LISTEN, null, true));
        hops.add(new Hop(TcpState.SYN_RECEIVED, Rule.R_LISTEN_SYN, false));
        return new Move(hops, cost);
    }

    private static Move synAck(TcpState state, SegmentFacts.Received facts) {
        return switch (state) {
            case SYN_SENT -> {
                if (!facts.acksOurs()) {
                    yield STAY;
                }
                // Who asked for it refuses it only after having closed meanwhile.
                yield facts.answeredByReset()
                        ? STAY.afterUnseenEnd(RULE)
                        : Move.to(TcpState.ESTABLISHED, Rule.R_SYNSENT_SYNACK);
            }
            case SYN_RECEIVED -> {
                if (!facts.passive() && facts.acksOurs()) {
                    yield Move.to(TcpState.ESTABLISHED, Rule.R_SYNRCVD_SYNACK_CROSS);
                }
                yield facts.answeredByReset()
                        ? Move.to(TcpState.LISTEN, Rule.R_SYNRCVD_SYN_PASSIVE)
                        : STAY;
            }
            case CLOSED,
                    LISTEN,
                    ESTABLISHED,
                    FIN_WAIT_1,
                    FIN_WAIT_2,
                    CLOSE_WAIT,
                    CLOSING,
                    LAST_ACK,
                    TIME_WAIT ->
                    STAY;
        };
    }

    private static List<Move> acknowledgment(TcpState state, SegmentFacts.Received facts) {
        boolean finished = facts.finComplete();
        return switch (state) {
            case CLOSED, LISTEN, SYN_SENT, CLOSE_WAIT, TIME_WAIT -> List.of(STAY);
            case SYN_RECEIVED -> synReceived(facts);
            case ESTABLISHED ->
                    List.of(finished ? Move.to(TcpState.CLOSE_WAIT, Rule.R_FIN_ESTAB) : STAY);
            case FIN_WAIT_1 -> finWait1(facts);
            case FIN_WAIT_2 ->
                    withLateData(
                            finished ? Move.to(TcpState.TIME_WAIT, Rule.R_FIN_FW2) : STAY, facts);
            case CLOSING ->
                    List.of(
                            facts.acksOurFin()
                                    ? Move.to(TcpState.TIME_WAIT, Rule.R_CLOSING_ACK_FIN)
                                    : STAY);
            case LAST_ACK ->
                    List.of(
                            facts.acksOurFin()
                                    ? Move.to(TcpState.CLOSED, Rule.R_LASTACK_ACK_FIN)
                                    : STAY);
        };
    }

    private static List<Move> synReceived(SegmentFacts.Received facts) {
        if (!facts.acksOurs()) {
            // Linux opens by it; no later segment tells.
            return facts.acksNothing() && !facts.passive()
                    ? List.of(STAY, Move.to(TcpState.ESTABLISHED, Rule.L_SYNRCVD_ACK_UNA))
                    : List.of(STAY);
        }
        // A listener whose queue is full lets the acknowledgment pass unheard.
        Move unheard = Move.stay(RARE);
        Move opened = Move.to(TcpState.ESTABLISHED, Rule.R_SYNRCVD_ACK);
        return facts.finComplete()
                ? List.of(
                        unheard,
                        Move.through(
                                TcpState.ESTABLISHED,
                                Rule.R_SYNRCVD_ACK,
                                TcpState.CLOSE_WAIT,
                                Rule.R_FIN_ESTAB))
                : List.of(unheard, opened);
    }

    private static List<Move> finWait1(SegmentFacts.Received facts) {
        if (facts.acksOurFin()) {
            return withLateData(
                    facts.finComplete()
                            ? Move.through(
                                    TcpState.FIN_WAIT_2,
                                    Rule.R_FW1_ACK_FIN,
                                    TcpState.TIME_WAIT,
                                    Rule.R_FIN_FW1_ACKED)
                            : Move.to(TcpState.FIN_WAIT_2, Rule.R_FW1_ACK_FIN),
                    facts);
        }
        return withLateData(
                facts.finComplete() ? Move.to(TcpState.CLOSING, Rule.R_FIN_FW1) : STAY, facts);
    }

    /** Data for an application that has closed: the host may reset the connection (3.6.1). */
    private static List<Move> withLateData(Move move, SegmentFacts.Received facts) {
        return facts.newText() && facts.answeredByReset()
                ? List.of(
                        move,
                        Move.to(
                                TcpState.CLOSED,
                                Rule.L_DATA_AFTER_CLOSE,
                                facts.afterSilence() ? UNSEEN : PECULIAR))
                : List.of(move);
    }
}
