package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Variable.RCV_NXT;
import static dev.handshakelab.tcp.Variable.SEG_ACK;
import static dev.handshakelab.tcp.Variable.SEG_SEQ;

import dev.handshakelab.tcp.Check.Relation;
import dev.handshakelab.tcp.Emission.Purpose;

/**
 * Linux keeps three states in small records instead of whole control blocks: SYN-RECEIVED after a
 * passive OPEN, FIN-WAIT-2 after {@code close()}, and TIME-WAIT. Their checks are fewer than the
 * RFC's and come in another order; each record stands behind its switch.
 */
final class LinuxRecords {
    private LinuxRecords() {}

    /** Handles a segment wholly, if a small record differs from the RFC's steps for it. */
    static boolean handles(Step step, Segment segment) {
        if (isRequest(step)) {
            return refusesAckFirst(step, segment);
        }
        if (isSmallFinWait2(step)) {
            finWait2(step, segment);
            return true;
        }
        if (step.state == TcpState.TIME_WAIT && step.options.has(Switch.LINUX_SMALL_TIME_WAIT)) {
            return timeWait(step, segment);
        }
        return false;
    }

    /** SYN-RECEIVED after a passive OPEN. */
    static boolean isRequest(Step step) {
        return step.state == TcpState.SYN_RECEIVED
                && step.openedPassively
                && step.options.has(Switch.LINUX_SMALL_SYN_RECEIVED);
    }

    /** FIN-WAIT-2 after a close that also ended reading. */
    static boolean isSmallFinWait2(Step step) {
        return step.state == TcpState.FIN_WAIT_2
                && !step.userReads
                && step.options.has(Switch.LINUX_SMALL_FIN_WAIT_2);
    }

    /** The ACK field comes before the sequence check; a RST's ACK field is not looked at. */
    private static boolean refusesAckFirst(Step step, Segment segment) {
        Check.Comparison bad =
                Check.sequence(SEG_ACK, segment.ack())
                        .and(Relation.NE, Variable.SND_NXT.rfcName(), step.sndNxt);
        if (!segment.flags().ack() || segment.flags().rst() || !bad.holds()) {
            return false;
        }
        step.fire(Rule.L_SYNRCVD_ACK_FIRST, bad);
        Output.sendReset(step, segment);
        step.fire(Rule.G_RST_FORM);
        return true;
    }

    /** A RST inside the window, but not at RCV.NXT. */
    static boolean handlesInexactReset(Step step, Check inexact) {
        if (isRequest(step)) {
            step.fire(Rule.L_SYNRCVD_RST_ANY, inexact);
            Resets.refusedWhileOpening(step, inexact);
            return true;
        }
        if (step.state == TcpState.TIME_WAIT && step.options.has(Switch.LINUX_QUIET_TIME_WAIT)) {
            step.fire(Rule.L_TW_RST_IGNORE, inexact);
            return true;
        }
        return false;
    }

    private static void finWait2(Step step, Segment segment) {
        Flags flags = segment.flags();
        if (!isInWindow(step, segment)) {
            step.fire(flags.rst() ? Rule.L_FW2_RST : Rule.R_SEQ_BAD);
            acknowledge(step, segment);
            return;
        }
        if (flags.rst()) {
            step.fire(Rule.L_FW2_RST);
            step.deleteTcb();
            return;
        }
        if (flags.syn() && SequenceNumbers.ge(segment.seq(), step.rcvNxt)) {
            step.fire(Rule.L_FW2_SYN_RST, EarlyArrivals.isOn(segment, Flags.SYN));
            reset(step, segment);
            return;
        }
        if (!flags.ack()
                || segment.length() == 0
                || SequenceNumbers.le(segment.end(), step.rcvNxt)) {
            step.fire(Rule.L_FW2_NO_NEWS);
            return;
        }
        if (flags.fin() && segment.end() == step.rcvNxt + 1) {
            Fins.take(step);
            return;
        }
        step.fire(
                Rule.L_DATA_AFTER_CLOSE,
                new Check.Question(Check.Condition.USER_NOT_READING, true));
        reset(step, segment);
    }

    private static void reset(Step step, Segment segment) {
        Output.sendReset(step, segment);
        step.endPendingCalls(Signal.Reply.CONNECTION_RESET);
        step.deleteTcb();
    }

    /** The records' own window test: like the RFC's, but an empty segment may stand at the edge. */
    private static boolean isInWindow(Step step, Segment segment) {
        int right = (int) (step.rcvNxt + step.rcvWnd);
        return segment.seq() == step.rcvNxt
                || (SequenceNumbers.gt(segment.end(), step.rcvNxt)
                        && SequenceNumbers.lt(segment.seq(), right))
                || (segment.seq() == right && segment.length() == 0);
    }

    /** Only an empty segment at RCV.NXT is silence; a RST there is left to step two. */
    private static boolean timeWait(Step step, Segment segment) {
        Flags flags = segment.flags();
        boolean exact = segment.seq() == step.rcvNxt;
        if (flags.rst()) {
            return false;
        }
        if (exact && segment.length() == 0) {
            step.fire(
                    Rule.R_TW_ACK, Check.sequence(SEG_SEQ, segment.seq()).eq(RCV_NXT, step.rcvNxt));
            TimeWait.restart(step);
            return true;
        }
        step.fire(Rule.L_TW_ANSWER);
        acknowledge(step, segment);
        if (flags.ack()) {
            TimeWait.restart(step);
        }
        return true;
    }

    private static void acknowledge(Step step, Segment segment) {
        if (segment.length() > 0 || Limits.mayAcknowledge(step)) {
            Output.sendAck(step, Purpose.ACKNOWLEDGMENT);
        }
    }

    /** A new SYN in TIME-WAIT must lie above RCV.NXT there, not only above the old FIN. */
    static Check.Comparison isNewerSyn(Step step, Segment segment, Check.Comparison rfc) {
        return step.options.has(Switch.LINUX_SMALL_TIME_WAIT)
                ? Check.sequence(SEG_SEQ, segment.seq()).gt(RCV_NXT, step.rcvNxt)
                : rfc;
    }
}
