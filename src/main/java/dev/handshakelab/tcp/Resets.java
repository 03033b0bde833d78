package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Variable.RCV_NXT;
import static dev.handshakelab.tcp.Variable.SEG_SEQ;

import dev.handshakelab.tcp.Check.Condition;
import dev.handshakelab.tcp.Check.Question;
import dev.handshakelab.tcp.Signal.Reply;

/** Step two: RST on a segment inside the window (RFC 9293, 3.10.7.4; RFC 5961, 3). */
final class Resets {
    private Resets() {}

    static void handle(Step step, Segment segment) {
        Check.Comparison exact = Check.sequence(SEG_SEQ, segment.seq()).eq(RCV_NXT, step.rcvNxt);
        boolean data = !segment.text().isEmpty();
        if (step.state == TcpState.TIME_WAIT && step.options.has(Switch.RFC_1337)) {
            step.fire(Rule.R_TW_RST_1337);
            return;
        }
        if (!exact.holds() && step.options.has(Switch.RFC_5961)) {
            Check.Comparison inexact =
                    Check.sequence(SEG_SEQ, segment.seq())
                            .and(Check.Relation.NE, RCV_NXT.rfcName(), step.rcvNxt);
            if (step.options.has(Variant.RST_IN_WINDOW)) {
                step.fire(Rule.V_RST_IN_WINDOW);
            } else if (LinuxRecords.handlesInexactReset(step, inexact)) {
                return;
            } else {
                step.fire(Rule.R_RST_CHALLENGE, inexact);
                Limits.challenge(step);
                return;
            }
        }
        believe(step, exact.holds() ? new Check[] {exact} : new Check[0]);
        if (data) {
            step.fire(Rule.G_RST_DATA);
        }
    }

    private static void believe(Step step, Check... checks) {
        switch (step.state) {
            case SYN_RECEIVED -> refusedWhileOpening(step, checks);
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT -> {
                step.fire(Rule.R_RST_SYNC, checks);
                step.endPendingCalls(Reply.CONNECTION_RESET);
                step.tell(new Signal.Failed(Reply.CONNECTION_RESET));
                step.deleteTcb();
            }
            case CLOSING, LAST_ACK -> {
                step.fire(Rule.R_RST_CLOSING, checks);
                step.tell(new Signal.ResetWhileClosing());
                step.deleteTcb();
            }
            case TIME_WAIT -> {
                step.fire(Rule.R_RST_CLOSING, checks);
                step.deleteTcb();
            }
            case CLOSED, LISTEN, SYN_SENT -> throw new IllegalStateException(step.state.rfcName());
        }
    }

    static void refusedWhileOpening(Step step, Check... checks) {
        Check first = checks.length > 0 ? checks[0] : new Question(Condition.OPENED_ACTIVELY, true);
        if (step.fromTimeWait != null) {
            step.fire(
                    Rule.R_SYNRCVD_RST_REUSE, first, new Question(Condition.FROM_TIME_WAIT, true));
            TimeWait.restore(step, step.fromTimeWait);
        } else if (step.openedPassively) {
            step.fire(
                    Rule.R_SYNRCVD_RST_PASSIVE,
                    first,
                    new Question(Condition.OPENED_PASSIVELY, true));
            listenAgain(step);
        } else {
            step.fire(
                    Rule.R_SYNRCVD_RST_ACTIVE,
                    first,
                    new Question(Condition.OPENED_ACTIVELY, true));
            Reply reply = LinuxDepartures.resetWhileOpening(step);
            step.endPendingCalls(reply);
            step.tell(new Signal.Failed(reply));
            step.deleteTcb();
        }
    }

    /** Forgets the caller and listens on; a user who has already said CLOSE does not want that. */
    static void listenAgain(Step step) {
        boolean closed = step.closeRequested;
        boolean remoteGiven = step.remoteGiven;
        TcpSocket remote = step.remote;
        long credit = step.receiveCredit;
        if (!step.unsent.isEmpty()) {
            step.tell(new Signal.PendingCallsEnded(Reply.CONNECTION_RESET));
        }
        step.deleteTcb();
        if (closed) {
            return;
        }
        step.openedPassively = true;
        step.remoteGiven = remoteGiven;
        step.remote = remoteGiven ? remote : null;
        step.receiveCredit = credit;
        step.rcvWnd = step.options.receiveBuffer();
        step.enter(TcpState.LISTEN);
    }
}
