package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Check.Condition;
import dev.handshakelab.tcp.Check.Question;
import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Signal.Reply;

/** CLOSE (RFC 9293, 3.10.4) and ABORT (3.10.5). */
final class CloseCalls {
    private CloseCalls() {}

    static void close(Step step, TcpEvent.Close close) {
        switch (step.state) {
            case CLOSED ->
                    UserCalls.refuse(step, Rule.U_CLOSE_NOCONN, Reply.CONNECTION_DOES_NOT_EXIST);
            case LISTEN -> forget(step, Rule.U_CLOSE_LISTEN);
            case SYN_SENT -> forget(step, Rule.U_CLOSE_SYNSENT);
            case SYN_RECEIVED -> closeSynReceived(step, close);
            case ESTABLISHED -> closeEstablished(step, close);
            case FIN_WAIT_1, FIN_WAIT_2 -> {
                UserCalls.refuse(step, Rule.U_CLOSE_FW, Reply.CONNECTION_CLOSING);
                step.fire(Rule.G_FIN_ONCE);
            }
            case CLOSE_WAIT -> closeCloseWait(step, close);
            case CLOSING, LAST_ACK, TIME_WAIT -> refuseSecond(step);
        }
    }

    /** Nothing was agreed with the peer yet, so nothing is sent. */
    private static void forget(Step step, Rule rule) {
        step.fire(rule);
        step.endPendingCalls(Reply.CLOSING);
        step.deleteTcb();
        step.answer(Reply.OK);
    }

    private static void refuseSecond(Step step) {
        UserCalls.refuse(step, Rule.U_CLOSE_CLOSING, Reply.CONNECTION_CLOSING);
        step.fire(Rule.G_FIN_ONCE);
    }

    private static void closeSynReceived(Step step, TcpEvent.Close close) {
        if (step.closeRequested) {
            refuseSecond(step);
            return;
        }
        step.userReads = close.receiving();
        if (!step.unsent.isEmpty()) {
            step.fire(Rule.U_CLOSE_SYNRCVD_QUEUE, new Question(Condition.SENDS_QUEUED, true));
            step.closeRequested = true;
            step.answer(Reply.OK);
            return;
        }
        step.fire(Rule.U_CLOSE_SYNRCVD_NODATA, new Question(Condition.NOTHING_QUEUED, true));
        step.enter(TcpState.FIN_WAIT_1);
        step.answer(Reply.OK);
        Output.sendFin(step);
    }

    private static void closeEstablished(Step step, TcpEvent.Close close) {
        if (resetsInstead(step, close)) {
            return;
        }
        step.fire(Rule.U_CLOSE_ESTAB);
        step.userReads = close.receiving();
        step.closeRequested = true;
        // At once, even if text or a shut window delays the FIN itself (3.10.4).
        step.enter(TcpState.FIN_WAIT_1);
        step.answer(Reply.OK);
        Output.sendWhatMayGo(step, false);
    }

    private static void closeCloseWait(Step step, TcpEvent.Close close) {
        if (step.closeRequested) {
            refuseSecond(step);
            return;
        }
        if (resetsInstead(step, close)) {
            return;
        }
        step.fire(Rule.U_CLOSE_CW);
        step.userReads = close.receiving();
        step.closeRequested = true;
        step.answer(Reply.OK);
        // LAST-ACK begins when the FIN goes out, which may be later.
        Output.sendWhatMayGo(step, false);
    }

    /**
     * A close that ends reading too, while received text is unread, tells the peer by a RST (3.6.1,
     * SHLD-3).
     */
    private static boolean resetsInstead(Step step, TcpEvent.Close close) {
        if (close.receiving()
                || step.unread.isEmpty()
                || !step.options.has(Switch.RESET_WHEN_DATA_IS_LOST)) {
            return false;
        }
        step.fire(Rule.L_CLOSE_UNREAD, new Question(Condition.DATA_ON_HAND, true));
        step.emit(Segment.of(step.sndNxt, step.rcvNxt, Flags.RST_ACK, 0), Purpose.RESET);
        step.deleteTcb();
        step.answer(Reply.OK);
        return true;
    }

    static void abort(Step step) {
        switch (step.state) {
            case CLOSED ->
                    UserCalls.refuse(step, Rule.U_ABORT_NOCONN, Reply.CONNECTION_DOES_NOT_EXIST);
            case LISTEN -> abortSilently(step, Rule.U_ABORT_LISTEN);
            case SYN_SENT -> abortSilently(step, Rule.U_ABORT_SYNSENT);
            case SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT -> reset(step);
            case CLOSING, LAST_ACK, TIME_WAIT -> {
                step.fire(Rule.U_ABORT_OK);
                step.deleteTcb();
                step.answer(Reply.OK);
            }
        }
    }

    private static void abortSilently(Step step, Rule rule) {
        step.fire(rule);
        step.endPendingCalls(Reply.CONNECTION_RESET);
        step.deleteTcb();
        step.answer(Reply.OK);
    }

    private static void reset(Step step) {
        step.fire(Rule.U_ABORT_RST);
        step.emit(Segment.of(step.sndNxt, 0, Flags.RST, 0), Purpose.RESET);
        step.endPendingCalls(Reply.CONNECTION_RESET);
        if (step.options.has(Switch.TIME_WAIT_AFTER_ABORT)) {
            step.flushQueues();
            TimeWait.enter(step);
        } else {
            step.deleteTcb();
        }
        step.answer(Reply.OK);
    }
}
