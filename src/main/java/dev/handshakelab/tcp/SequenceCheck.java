package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Variable.RCV_NXT;
import static dev.handshakelab.tcp.Variable.RCV_WND;
import static dev.handshakelab.tcp.Variable.SEG_LEN;
import static dev.handshakelab.tcp.Variable.SEG_SEQ;

import dev.handshakelab.tcp.Emission.Purpose;
import org.jspecify.annotations.Nullable;

/** Step one: is the segment in the window? (RFC 9293, 3.4 table 5 and 3.10.7.4) */
final class SequenceCheck {
    private SequenceCheck() {}

    /**
     * Whether any number of a segment lies in the receive window.
     *
     * @param wnd RCV.WND
     */
    static boolean isAcceptable(int seq, int length, int rcvNxt, long wnd) {
        int size = (int) Math.min(wnd, Integer.MAX_VALUE);
        if (length == 0) {
            return size == 0 ? seq == rcvNxt : SequenceNumbers.inWindow(seq, rcvNxt, size);
        }
        // A segment that begins before the window and ends behind it holds new text as well.
        return size > 0
                && (SequenceNumbers.inWindow(seq, rcvNxt, size)
                        || SequenceNumbers.inWindow(seq + length - 1, rcvNxt, size)
                        || SequenceNumbers.inWindow(rcvNxt, seq, length));
    }

    /**
     * Lets a segment through, answers it if it may not pass, and cuts off what lies outside.
     *
     * @return the part inside the window, or null if the segment is done with
     */
    static @Nullable Segment admit(Step step, Segment segment) {
        if (step.options.has(Variant.NO_SEQUENCE_CHECK)) {
            step.fire(Rule.V_NO_SEQ_CHECK);
            return segment.withSeq(step.rcvNxt);
        }
        if (isAcceptable(segment.seq(), segment.length(), step.rcvNxt, step.rcvWnd)) {
            return trim(step, segment);
        }
        if (LinuxDepartures.believesResetBeforeWindow(step, segment)) {
            return segment.withSeq(step.rcvNxt);
        }
        if (LinuxDepartures.admitsOld(step, segment)) {
            return LinuxDepartures.withoutOldText(segment);
        }
        boolean probe = step.rcvWnd == 0 && segment.seq() == step.rcvNxt && !segment.flags().syn();
        if (probe) {
            return withoutText(step, segment);
        }
        refuse(step, segment);
        return null;
    }

    /**
     * The window is shut: ACK, URG and RST count, text and FIN are not taken, the answer says so
     * (MUST-66).
     */
    private static Segment withoutText(Step step, Segment segment) {
        step.fire(
                Rule.T_ZWP_ANSWER,
                Check.number(RCV_WND, 0).and(Check.Relation.EQ, "0", 0),
                Check.sequence(SEG_SEQ, segment.seq()).eq(RCV_NXT, step.rcvNxt));
        step.ackDue = !segment.flags().rst();
        return segment.withText(Octets.EMPTY).withFlags(segment.flags().without(Flags.FIN));
    }

    private static Segment trim(Step step, Segment segment) {
        if (segment.flags().rst()) {
            // Its own number must be RCV.NXT, not that of what remains of it (RFC 5961, 3.2).
            return segment;
        }
        int seq = segment.seq();
        Flags flags = segment.flags();
        Octets text = segment.text();
        if (flags.syn() && SequenceNumbers.lt(seq, step.rcvNxt)) {
            flags = flags.without(Flags.SYN);
            seq++;
        }
        int old = step.rcvNxt - seq;
        if (old > 0) {
            int cut = Math.min(old, text.length());
            text = text.from(cut);
            seq += cut;
        }
        int textSeq = flags.syn() ? seq + 1 : seq;
        long room = step.rcvWnd - Integer.toUnsignedLong(textSeq - step.rcvNxt);
        if (text.length() > room) {
            text = text.slice(0, (int) Math.max(0, room));
            flags = flags.without(Flags.FIN);
        } else if (flags.fin() && text.length() + 1 > room) {
            flags = flags.without(Flags.FIN);
        }
        if (seq == segment.seq()
                && text.length() == segment.text().length()
                && flags.equals(segment.flags())) {
            return segment;
        }
        step.fire(
                Rule.R_SEQ_TRIM,
                Check.sequence(SEG_SEQ, segment.seq())
                        .and(Check.Relation.LT, "SEG.SEQ+SEG.LEN", segment.end()),
                window(step));
        return segment.withSeq(seq).withText(text).withFlags(flags);
    }

    private static Check window(Step step) {
        return Check.sequence(RCV_NXT, step.rcvNxt)
                .and(Check.Relation.LE, "RCV.NXT+RCV.WND", (int) (step.rcvNxt + step.rcvWnd));
    }

    private static void refuse(Step step, Segment segment) {
        Check why = whyNot(step, segment);
        if (segment.flags().rst()) {
            step.fire(Rule.R_SEQ_BAD_RST, why, isOn(segment, Flags.RST));
            return;
        }
        if (step.state == TcpState.TIME_WAIT && segment.flags().fin()) {
            step.fire(Rule.R_TW_FIN_AGAIN, why, isOn(segment, Flags.FIN));
            Output.sendAck(step, Purpose.ACKNOWLEDGMENT);
            TimeWait.restart(step);
            return;
        }
        step.fire(Rule.R_SEQ_BAD, why);
        if (repeatsSyn(step, segment)) {
            step.fire(Rule.L_SYNRCVD_RESEND);
            Retransmission.retransmitFront(step, Purpose.RETRANSMISSION);
            return;
        }
        if (segment.length() > 0 || Limits.mayAcknowledge(step)) {
            Output.sendAck(step, Purpose.ACKNOWLEDGMENT);
        }
        if (segment.length() > 0 && SequenceNumbers.le(segment.end(), step.rcvNxt)) {
            step.fire(Rule.G_SEQ_ONCE);
        }
        if (segment.flags().fin() && step.state.hasPeerFin()) {
            step.fire(Rule.R_FIN_AGAIN, isOn(segment, Flags.FIN));
        }
    }

    private static boolean repeatsSyn(Step step, Segment segment) {
        return step.options.has(Switch.RESEND_SYN_ACK)
                && step.state == TcpState.SYN_RECEIVED
                && step.openedPassively
                && segment.flags().syn()
                && !segment.flags().ack()
                && segment.seq() == step.irs;
    }

    private static Check isOn(Segment segment, Flags bit) {
        return EarlyArrivals.isOn(segment, bit);
    }

    /** The comparison that shows on which side of the window the segment lies. */
    private static Check whyNot(Step step, Segment segment) {
        int right = (int) (step.rcvNxt + step.rcvWnd);
        if (step.rcvWnd == 0
                && SequenceNumbers.le(segment.seq(), step.rcvNxt)
                && SequenceNumbers.gt(segment.end(), step.rcvNxt)) {
            return Check.number(SEG_LEN, segment.length()).gt(RCV_WND, 0);
        }
        if (SequenceNumbers.lt(segment.seq(), step.rcvNxt)) {
            return segment.length() == 0
                    ? Check.sequence(SEG_SEQ, segment.seq()).lt(RCV_NXT, step.rcvNxt)
                    : Check.sequence("SEG.SEQ+SEG.LEN-1", segment.end() - 1)
                            .lt(RCV_NXT, step.rcvNxt);
        }
        return Check.sequence("RCV.NXT+RCV.WND", right).le(SEG_SEQ, segment.seq());
    }
}
