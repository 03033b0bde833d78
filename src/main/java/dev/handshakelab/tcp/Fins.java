package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Check.Condition;
import dev.handshakelab.tcp.Check.Question;
import dev.handshakelab.tcp.Signal.Reply;

/** Step eight: the FIN (RFC 9293, 3.10.7.4). */
final class Fins {
    private Fins() {}

    /** Takes the peer's FIN; all text before it has been consumed. */
    static void take(Step step) {
        Question complete = new Question(Condition.TEXT_COMPLETE, true);
        boolean throughFinWait1 = step.hasFired(Rule.R_FW1_ACK_FIN);
        switch (step.state) {
            case ESTABLISHED -> {
                step.fire(Rule.R_FIN_ESTAB, complete);
                consume(step);
                step.enter(TcpState.CLOSE_WAIT);
            }
            case FIN_WAIT_1 -> {
                step.fire(
                        Rule.R_FIN_FW1,
                        complete,
                        new Question(Condition.FIN_NOT_ACKNOWLEDGED, true));
                consume(step);
                step.enter(TcpState.CLOSING);
            }
            case FIN_WAIT_2 -> {
                step.fire(Rule.R_FIN_FW2, complete, new Question(Condition.FIN_ACKNOWLEDGED, true));
                consume(step);
                TimeWait.enter(step);
                if (throughFinWait1) {
                    step.fire(Rule.R_FIN_FW1_ACKED);
                }
            }
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT ->
                    // SYN-RECEIVED cannot come here: without ACK the segment was dropped, with a
                    // good one the state is
                    // ESTABLISHED by now. In the others the one FIN has been consumed.
                    throw new IllegalStateException(step.state.rfcName());
        }
    }

    private static void consume(Step step) {
        step.assign(Variable.RCV_NXT, step.rcvNxt + 1, "RCV.NXT+1");
        ReceiveCalls.tellEndOfStream(step);
        acknowledge(step);
    }

    /**
     * Acknowledges the peer's FIN. If its user may soon close too, the acknowledgment may wait like
     * that of text (SHLD-18), so that both can travel in one segment.
     */
    private static void acknowledge(Step step) {
        if (step.state == TcpState.ESTABLISHED && step.options.delayedAckNanos() > 0) {
            if (!step.timers.isRunning(TimerKind.DELAYED_ACK)) {
                step.startTimer(TimerKind.DELAYED_ACK, step.options.delayedAckNanos());
            }
        } else {
            Texts.wantAck(step);
        }
    }

    /** Our FIN is acknowledged in FIN-WAIT-1: FIN-WAIT-2, and the CLOSE call is answered. */
    static void ownFinAcknowledged(Step step) {
        Question acknowledged = new Question(Condition.FIN_ACKNOWLEDGED, true);
        step.fire(Rule.R_FW1_ACK_FIN, acknowledged);
        step.enter(TcpState.FIN_WAIT_2);
        step.fire(Rule.R_FW2_ACK, new Question(Condition.QUEUE_EMPTY, true));
        step.tell(new Signal.PendingCallsEnded(Reply.OK));
        if (step.options.finWait2TimeoutNanos() > 0) {
            step.startTimer(TimerKind.FIN_WAIT_2, step.options.finWait2TimeoutNanos());
        }
    }
}
