package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Variable.RCV_NXT;

import dev.handshakelab.tcp.Check.Condition;
import dev.handshakelab.tcp.Check.Question;
import dev.handshakelab.tcp.Signal.Reply;

/**
 * Where Linux was measured to act otherwise than the RFC says; each method is one difference behind
 * its switch.
 */
final class LinuxDepartures {
    private static final long SYN_AGAIN_NANOS = 10_000_000L;

    private LinuxDepartures() {}

    /** A RST one number before the window counts in the states after the peer's FIN. */
    static boolean believesResetBeforeWindow(Step step, Segment segment) {
        boolean afterFin =
                step.state == TcpState.CLOSE_WAIT
                        || step.state == TcpState.CLOSING
                        || step.state == TcpState.LAST_ACK;
        if (!step.options.has(Switch.LINUX_RST_BEFORE_WINDOW)
                || !afterFin
                || !segment.flags().rst()
                || segment.seq() != step.rcvNxt - 1) {
            return false;
        }
        step.fire(
                Rule.L_RST_BEFORE,
                Check.sequence(Variable.SEG_SEQ, segment.seq())
                        .and(Check.Relation.EQ, "RCV.NXT-1", step.rcvNxt - 1));
        return true;
    }

    /** A different SYN, or a SYN,ACK, in SYN-RECEIVED also draws a RST. */
    static void resetBeforeListening(Step step, Segment segment) {
        if (step.options.has(Switch.LINUX_SYN_RECEIVED_RST)) {
            step.fire(segment.flags().ack() ? Rule.L_SYNRCVD_SYNACK_RST : Rule.L_SYNRCVD_SYN_RST);
            Output.sendReset(step, segment);
        }
    }

    /** After a simultaneous open an acknowledgment of nothing new is enough. */
    static boolean takesAckOfNothing(Step step, Segment segment) {
        if (!step.options.has(Switch.LINUX_SYN_RECEIVED_LAX_ACK)
                || step.openedPassively
                || segment.ack() != step.sndUna) {
            return false;
        }
        step.fire(Rule.L_SYNRCVD_ACK_UNA);
        Acknowledgments.established(step);
        return true;
    }

    /** How far back an acknowledgment may lie. */
    static long ackReach(Step step) {
        long window = step.maxSndWnd;
        return step.options.has(Switch.LINUX_ACK_RANGE_BY_BYTES_SENT)
                ? Math.min(window, Integer.toUnsignedLong(step.sndUna - step.iss))
                : window;
    }

    /**
     * Whether a segment that holds nothing new may pass: it ends no earlier than the last
     * acknowledgment we sent, so it may well be a repetition of what was on the way.
     */
    static boolean admitsOld(Step step, Segment segment) {
        if (!step.options.has(Switch.LINUX_OLD_SEGMENTS)
                || LinuxRecords.isRequest(step)
                || !(segment.flags().ack() || segment.flags().rst() || segment.flags().syn())) {
            return false;
        }
        Check.Comparison old =
                Check.sequence("Last.ACK.sent", step.negotiated.lastAckSent())
                        .and(Check.Relation.LE, "SEG.SEQ+SEG.LEN", segment.end())
                        .le(RCV_NXT, step.rcvNxt);
        if (old.holds()) {
            step.fire(Rule.L_SEQ_OLD, old);
        }
        return old.holds();
    }

    /** The old text and FIN are gone; the number stays, so that an old window is not taken. */
    static Segment withoutOldText(Segment segment) {
        return segment.withText(Octets.EMPTY).withFlags(segment.flags().without(Flags.FIN));
    }

    /** Old text or an old FIN is acknowledged once more, unless its ACK ended the connection. */
    static void acknowledgeOld(Step step, Segment segment) {
        boolean old =
                step.hasFired(Rule.L_SEQ_OLD) && !segment.flags().syn() && segment.length() > 0;
        boolean crossing =
                step.hasFired(Rule.R_SYNRCVD_SYNACK_CROSS)
                        && step.options.has(Switch.LINUX_OLD_SEGMENTS);
        boolean silent =
                step.state == TcpState.TIME_WAIT
                        || !step.state.isSynchronized()
                        || (LinuxRecords.isSmallFinWait2(step) && !segment.flags().fin());
        if ((old || crossing) && !silent && !step.hasEmitted() && !step.hasFired(Rule.G_THROTTLE)) {
            Texts.wantAck(step);
        }
    }

    /** A wrong ACK hints at an old connection: once its end is reset, our SYN has a chance. */
    static void sendSynAgainSoon(Step step) {
        if (step.options.has(Switch.LINUX_SYN_AGAIN_SOON)
                && step.queue.getFirst().transmissions() == 1) {
            step.fire(Rule.L_SYNSENT_AGAIN);
            step.startTimer(TimerKind.RETRANSMISSION, SYN_AGAIN_NANOS);
        }
    }

    /** What the user hears when a RST ends SYN-RECEIVED after an active OPEN. */
    static Reply resetWhileOpening(Step step) {
        return step.options.has(Switch.LINUX_RESET_NOT_REFUSED)
                ? Reply.CONNECTION_RESET
                : Reply.CONNECTION_REFUSED;
    }

    /**
     * Text that nobody will ever read resets the connection (RFC 9293, 3.6.1, SHLD-3).
     *
     * @param whole the segment as it came
     * @param segment the part of it that lies in the window
     */
    static boolean resetsForText(Step step, Segment whole, Segment segment) {
        int textEnd = segment.textSeq() + segment.text().length();
        boolean holdsNews = segment.length() > 0 && SequenceNumbers.gt(textEnd, step.rcvNxt);
        boolean closed =
                step.options.has(Switch.RESET_WHEN_DATA_IS_LOST)
                        && !step.userReads
                        && (step.state == TcpState.FIN_WAIT_1 || step.state == TcpState.FIN_WAIT_2);
        boolean behindFin =
                step.options.has(Switch.LINUX_TEXT_AFTER_FIN_RST)
                        && step.state.hasPeerFin()
                        && SequenceNumbers.lt(whole.seq(), step.rcvNxt);
        if (!holdsNews || !(closed || behindFin)) {
            return false;
        }
        step.fire(
                closed ? Rule.L_DATA_AFTER_CLOSE : Rule.L_AFTER_FIN_RST,
                new Question(Condition.USER_NOT_READING, true));
        Output.sendReset(step, segment);
        step.endPendingCalls(Reply.CONNECTION_RESET);
        if (!closed && !step.state.hasUserClosed()) {
            step.tell(new Signal.Failed(Reply.CONNECTION_RESET));
        }
        step.deleteTcb();
        return true;
    }
}
