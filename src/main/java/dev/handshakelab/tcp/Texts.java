package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Variable.RCV_NXT;
import static dev.handshakelab.tcp.Variable.RCV_WND;
import static dev.handshakelab.tcp.Variable.SEG_SEQ;

import dev.handshakelab.tcp.Emission.Purpose;

/** Step seven: the text of a segment (RFC 9293, 3.10.7.4). */
final class Texts {
    private Texts() {}

    /**
     * Looks at text and FIN of a segment that passed all other checks and lies within the window.
     */
    static void handle(Step step, Segment segment) {
        boolean fin = segment.flags().fin();
        if (segment.text().isEmpty() && !fin) {
            return;
        }
        if (!step.state.receivesText()) {
            if (!segment.text().isEmpty()) {
                step.fire(Rule.R_TEXT_IGNORE);
            }
            return;
        }
        Check beyond = Check.sequence(SEG_SEQ, segment.seq()).gt(RCV_NXT, step.rcvNxt);
        if (beyond.holds()) {
            step.fire(Rule.R_SEQ_HOLD, beyond);
            Reassembly.hold(step, segment.seq(), segment.text(), fin);
            step.fire(Rule.R_TEXT_OOO, beyond);
            wantAck(step);
            return;
        }
        Reassembly.hold(step, segment.seq(), segment.text(), fin);
        Reassembly.consume(step);
    }

    /** Takes text that stands at RCV.NXT; the right edge of the window does not move left. */
    static void take(Step step, Octets text) {
        step.fire(
                Rule.R_TEXT,
                Check.sequence(RCV_NXT, step.rcvNxt)
                        .and(Check.Relation.LT, "RCV.NXT+LEN", step.rcvNxt + text.length()));
        step.assign(RCV_NXT, step.rcvNxt + text.length(), "RCV.NXT+LEN");
        step.assign(RCV_WND, Math.max(0, step.rcvWnd - text.length()), "RCV.WND-LEN");
        step.unread = step.unread.plus(text);
        ReceiveCalls.deliver(step);
        if (!ReceiveCalls.growWindow(step) && !step.unread.isEmpty()) {
            step.tell(new Signal.DataAvailable(step.unread.length()));
            step.fire(Rule.G_WINDOW_NOSHRINK);
        }
        step.ackOctets += text.length();
        boolean enough = step.ackOctets >= 2 * Negotiation.effectiveMss(step);
        if (step.options.delayedAckNanos() == 0 || enough || !step.held.isEmpty()) {
            wantAck(step);
        } else if (!step.timers.isRunning(TimerKind.DELAYED_ACK)) {
            step.startTimer(TimerKind.DELAYED_ACK, step.options.delayedAckNanos());
        }
    }

    /**
     * An acknowledgment must go out with this step, or with the last one of a batch (MUST-58,
     * MUST-59).
     */
    static void wantAck(Step step) {
        step.ackDue = true;
    }

    /** Sends what {@link #wantAck} asked for, unless something sent meanwhile carries it. */
    static void settleAck(Step step) {
        if (!step.ackDue) {
            return;
        }
        boolean waits =
                step.event instanceof TcpEvent.SegmentArrives arrives && arrives.moreQueued();
        if (waits) {
            step.fire(Rule.G_AGGREGATE);
            return;
        }
        if (!step.hasFiredAny()) {
            // A call without a rule of its own came between the segments of a batch.
            step.fire(Rule.G_AGGREGATE);
        }
        Output.sendAck(step, Purpose.ACKNOWLEDGMENT);
    }
}
