package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Check.Condition;
import dev.handshakelab.tcp.Check.Question;
import dev.handshakelab.tcp.Signal.Reply;

/** User calls (RFC 9293, 3.10.1 to 3.10.6), one method a call, states in the RFC's order. */
final class UserCalls {
    private UserCalls() {}

    static void handle(Step step, TcpEvent.UserCall call) {
        switch (call) {
            case TcpEvent.Open open -> open(step, open);
            case TcpEvent.Send send -> send(step, send);
            case TcpEvent.Receive receive -> ReceiveCalls.receive(step, receive);
            case TcpEvent.StopReading _ -> ReceiveCalls.stopReading(step);
            case TcpEvent.Close close -> CloseCalls.close(step, close);
            case TcpEvent.Abort _ -> CloseCalls.abort(step);
            case TcpEvent.Status _ -> status(step);
        }
    }

    /** A call that is refused: nothing changes. */
    static void refuse(Step step, Rule rule, Reply reply, Check... checks) {
        step.fire(rule, checks);
        step.answer(reply);
    }

    private static void open(Step step, TcpEvent.Open open) {
        switch (step.state) {
            case CLOSED -> openClosed(step, open);
            case LISTEN -> openListening(step, open);
            case SYN_SENT,
                    SYN_RECEIVED,
                    ESTABLISHED,
                    FIN_WAIT_1,
                    FIN_WAIT_2,
                    CLOSE_WAIT,
                    CLOSING,
                    LAST_ACK,
                    TIME_WAIT ->
                    refuse(step, Rule.U_OPEN_EXISTS, Reply.CONNECTION_ALREADY_EXISTS);
        }
    }

    private static void openClosed(Step step, TcpEvent.Open open) {
        if (step.options.has(Switch.OPEN_FORBIDDEN)) {
            refuse(step, Rule.U_OPEN_ACCESS, Reply.CONNECTION_ILLEGAL);
            return;
        }
        TcpSocket remote = open.remote();
        if (open.active() && remote == null) {
            refuse(step, Rule.U_OPEN_NOREMOTE, Reply.REMOTE_SOCKET_UNSPECIFIED, missing());
            return;
        }
        if (step.options.has(Switch.NO_ROOM)) {
            refuse(step, Rule.U_OPEN_RESOURCES, Reply.INSUFFICIENT_RESOURCES);
            return;
        }
        step.receiveCredit = open.reading() ? TcpEvent.Receive.UNLIMITED : 0;
        step.rcvWnd = step.options.receiveBuffer();
        if (!open.active() || remote == null) {
            step.fire(Rule.U_OPEN_PASSIVE);
            step.openedPassively = true;
            step.remote = remote;
            step.remoteGiven = remote != null;
            step.enter(TcpState.LISTEN);
        } else {
            openActively(step, Rule.U_OPEN_ACTIVE, remote, open.text());
        }
        step.answer(Reply.OK);
    }

    private static void openListening(Step step, TcpEvent.Open open) {
        if (!open.active()) {
            refuse(step, Rule.U_OPEN_LISTEN_PASSIVE, Reply.CONNECTION_ALREADY_EXISTS);
            return;
        }
        TcpSocket remote = open.remote() != null ? open.remote() : step.remote;
        if (remote == null) {
            refuse(step, Rule.U_OPEN_NOREMOTE, Reply.REMOTE_SOCKET_UNSPECIFIED, missing());
            return;
        }
        if (step.options.has(Switch.NO_ROOM)) {
            refuse(step, Rule.U_OPEN_RESOURCES, Reply.INSUFFICIENT_RESOURCES);
            return;
        }
        if (open.reading()) {
            step.receiveCredit = TcpEvent.Receive.UNLIMITED;
        }
        openActively(step, Rule.U_OPEN_LISTEN_ACTIVE, remote, open.text());
        step.answer(Reply.OK);
    }

    private static void openActively(Step step, Rule rule, TcpSocket remote, Octets text) {
        step.fire(rule, new Question(Condition.REMOTE_GIVEN, true));
        step.openedPassively = false;
        step.remoteGiven = true;
        step.enter(TcpState.SYN_SENT);
        Output.sendSyn(step, remote, text);
    }

    private static Question missing() {
        return new Question(Condition.REMOTE_MISSING, true);
    }

    private static void send(Step step, TcpEvent.Send send) {
        switch (step.state) {
            case CLOSED -> refuse(step, Rule.U_SEND_NOCONN, Reply.CONNECTION_DOES_NOT_EXIST);
            case LISTEN -> sendListening(step, send);
            case SYN_SENT, SYN_RECEIVED -> {
                if (accepts(step, send)) {
                    step.fire(Rule.U_SEND_QUEUE);
                    append(step, send);
                }
            }
            case ESTABLISHED, CLOSE_WAIT -> {
                if (accepts(step, send)) {
                    step.fire(Rule.U_SEND_DATA);
                    append(step, send);
                    Output.sendWhatMayGo(step, false);
                }
            }
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT ->
                    refuse(step, Rule.U_SEND_CLOSING, Reply.CONNECTION_CLOSING);
        }
    }

    private static void sendListening(Step step, TcpEvent.Send send) {
        TcpSocket remote = step.remote;
        if (remote == null) {
            refuse(step, Rule.U_SEND_LISTEN_NOREMOTE, Reply.REMOTE_SOCKET_UNSPECIFIED, missing());
            return;
        }
        if (accepts(step, send)) {
            openActively(step, Rule.U_SEND_LISTEN, remote, Octets.EMPTY);
            append(step, send);
        }
    }

    private static boolean accepts(Step step, TcpEvent.Send send) {
        if (step.closeRequested) {
            refuse(
                    step,
                    Rule.U_SEND_CLOSING,
                    Reply.CONNECTION_CLOSING,
                    new Question(Condition.CLOSE_REQUESTED, true));
            return false;
        }
        long inUse = step.unsent.length() + Integer.toUnsignedLong(step.sndNxt - step.sndUna);
        long wanted = inUse + send.text().length();
        if (wanted > step.options.sendBuffer()) {
            refuse(
                    step,
                    Rule.U_SEND_RESOURCES,
                    Reply.INSUFFICIENT_RESOURCES,
                    Check.number("LEN", wanted)
                            .and(Check.Relation.GT, "SND.BUFF", step.options.sendBuffer()));
            return false;
        }
        return true;
    }

    private static void append(Step step, TcpEvent.Send send) {
        step.unsent = step.unsent.plus(send.text());
        step.unsentPush |= send.push();
        if (send.urgent() && !send.text().isEmpty()) {
            int lastUrgent = step.sndNxt + step.unsent.length() - 1;
            step.assign(Variable.SND_UP, lastUrgent, "SND.NXT+LEN-1");
        }
        step.answer(Reply.OK);
    }

    private static void status(Step step) {
        if (step.state == TcpState.CLOSED) {
            refuse(step, Rule.U_STATUS_NOCONN, Reply.CONNECTION_DOES_NOT_EXIST);
        } else {
            step.fire(Rule.U_STATUS);
            step.answer(Reply.OK);
        }
    }
}
