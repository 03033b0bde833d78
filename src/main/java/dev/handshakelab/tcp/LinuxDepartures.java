package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Check.Condition;
import dev.handshakelab.tcp.Check.Question;
import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Signal.Reply;

/**
 * Where Linux was measured to act otherwise than the RFC says; each method is one difference behind
 * its switch.
 */
final class LinuxDepartures {
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

    /**
     * FIN-WAIT-2 after close() is only a small record there, which does not look closely at a RST.
     */
    private static boolean isSmallFinWait2(Step step) {
        return step.options.has(Switch.LINUX_SMALL_FIN_WAIT_2)
                && step.state == TcpState.FIN_WAIT_2
                && !step.userReads;
    }

    /** The small record answers a RST outside the window with an ACK. */
    static void answerResetOutside(Step step) {
        if (isSmallFinWait2(step)) {
            step.fire(Rule.L_FW2_RST);
            Output.sendAck(step, Purpose.CHALLENGE);
        }
    }

    /** A RST inside the window, but not at RCV.NXT. */
    static boolean handlesInexactReset(Step step) {
        if (isSmallFinWait2(step)) {
            step.fire(Rule.L_FW2_RST);
            step.deleteTcb();
            return true;
        }
        if (step.state == TcpState.TIME_WAIT && step.options.has(Switch.LINUX_QUIET_TIME_WAIT)) {
            step.fire(Rule.L_TW_RST_IGNORE);
            return true;
        }
        return false;
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

    /** Text that nobody will ever read resets the connection (RFC 9293, 3.6.1, SHLD-3). */
    static boolean resetsForText(Step step, Segment segment) {
        int textEnd = segment.textSeq() + segment.text().length();
        boolean holdsNews = segment.length() > 0 && SequenceNumbers.gt(textEnd, step.rcvNxt);
        boolean closed =
                step.options.has(Switch.RESET_WHEN_DATA_IS_LOST)
                        && !step.userReads
                        && (step.state == TcpState.FIN_WAIT_1 || step.state == TcpState.FIN_WAIT_2);
        boolean behindFin =
                step.options.has(Switch.LINUX_TEXT_AFTER_FIN_RST)
                        && step.state.hasPeerFin()
                        && SequenceNumbers.lt(segment.seq(), step.rcvNxt);
        if (!holdsNews || !(closed || behindFin)) {
            return false;
        }
        step.fire(
                closed ? Rule.L_DATA_AFTER_CLOSE : Rule.L_AFTER_FIN_RST,
                new Question(Condition.USER_NOT_READING, true));
        Output.sendReset(step, segment);
        step.endPendingCalls(Reply.CONNECTION_RESET);
        step.deleteTcb();
        return true;
    }
}
