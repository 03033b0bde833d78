package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Check.Condition;
import dev.handshakelab.tcp.Check.Question;
import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Signal.Reply;

/**
 * RECEIVE (RFC 9293, 3.10.3), the hand-over of text to the user, and the window that opens by it.
 */
final class ReceiveCalls {
    private ReceiveCalls() {}

    static void receive(Step step, TcpEvent.Receive receive) {
        if (mayQueue(step.state) && step.options.has(Switch.NO_ROOM)) {
            UserCalls.refuse(step, Rule.U_RECV_RESOURCES, Reply.INSUFFICIENT_RESOURCES);
            return;
        }
        switch (step.state) {
            case CLOSED ->
                    UserCalls.refuse(step, Rule.U_RECV_NOCONN, Reply.CONNECTION_DOES_NOT_EXIST);
            case LISTEN, SYN_SENT, SYN_RECEIVED -> {
                step.fire(Rule.U_RECV_QUEUE);
                addCredit(step, receive.octets());
            }
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2 -> {
                step.fire(Rule.U_RECV_DATA, onHand(step));
                addCredit(step, receive.octets());
                deliver(step);
                updateWindow(step);
            }
            case CLOSE_WAIT -> receiveAfterFin(step, receive);
            case CLOSING, LAST_ACK, TIME_WAIT ->
                    UserCalls.refuse(step, Rule.U_RECV_CLOSING, Reply.CONNECTION_CLOSING);
        }
    }

    /** Whether a RECEIVE may have to wait, which takes room. */
    private static boolean mayQueue(TcpState state) {
        return switch (state) {
            case LISTEN, SYN_SENT, SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2 -> true;
            case CLOSED, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT -> false;
        };
    }

    private static void receiveAfterFin(Step step, TcpEvent.Receive receive) {
        if (step.unread.isEmpty()) {
            UserCalls.refuse(step, Rule.U_RECV_CW_EOF, Reply.CONNECTION_CLOSING, onHand(step));
            return;
        }
        step.fire(Rule.U_RECV_CW_DATA, onHand(step));
        addCredit(step, receive.octets());
        deliver(step);
        growWindow(step);
        tellEndOfStream(step);
    }

    private static Question onHand(Step step) {
        return new Question(
                step.unread.isEmpty() ? Condition.NOTHING_ON_HAND : Condition.DATA_ON_HAND, true);
    }

    private static void addCredit(Step step, long octets) {
        long sum = step.receiveCredit + octets;
        step.receiveCredit = sum < 0 ? TcpEvent.Receive.UNLIMITED : sum;
    }

    static void stopReading(Step step) {
        step.receiveCredit = 0;
        step.answer(Reply.OK);
    }

    /** Hands over as much as outstanding RECEIVEs take. */
    static void deliver(Step step) {
        int taken = (int) Math.min(step.receiveCredit, step.unread.length());
        if (taken == 0) {
            return;
        }
        step.tell(new Signal.Delivered(step.unread.slice(0, taken)));
        step.unread = step.unread.from(taken);
        if (step.receiveCredit != TcpEvent.Receive.UNLIMITED) {
            step.receiveCredit -= taken;
        }
    }

    /**
     * Tells a user who waits in RECEIVE that the peer has finished, once everything before that is
     * read.
     */
    static void tellEndOfStream(Step step) {
        if (step.unread.isEmpty() && step.receiveCredit > 0) {
            step.tell(new Signal.EndOfStream());
        }
    }

    /**
     * Moves the right edge of our window to where the buffer allows, in steps that are worth it
     * (3.8.6.2.2).
     *
     * @return whether it moved
     */
    static boolean growWindow(Step step) {
        long room = (long) step.options.receiveBuffer() - step.unread.length();
        long gain = room - step.rcvWnd;
        long worthIt =
                step.options.has(Switch.SWS_AVOIDANCE)
                        ? Math.min(step.options.receiveBuffer() / 2, Negotiation.effectiveMss(step))
                        : 1;
        if (gain <= 0 || gain < worthIt) {
            return false;
        }
        step.assign(Variable.RCV_WND, room, "RCV.BUFF-RCV.USER");
        return true;
    }

    /** Tells the peer at once if reading has opened the window. */
    private static void updateWindow(Step step) {
        if (growWindow(step)) {
            Output.sendAck(step, Purpose.WINDOW_UPDATE);
        }
    }
}
