package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Check.Condition;
import dev.handshakelab.tcp.Check.Question;

/** Step four: SYN on a segment inside the window (RFC 9293, 3.10.7.4; RFC 5961, 4). */
final class Syns {
    private Syns() {}

    static void handle(Step step, Segment segment) {
        Check on = EarlyArrivals.isOn(segment, Flags.SYN);
        boolean passive =
                step.state == TcpState.SYN_RECEIVED
                        && step.openedPassively
                        && step.fromTimeWait == null;
        if (passive) {
            step.fire(
                    Rule.R_SYNRCVD_SYN_PASSIVE, on, new Question(Condition.OPENED_PASSIVELY, true));
            LinuxDepartures.resetBeforeListening(step, segment);
            Resets.listenAgain(step);
            return;
        }
        step.fire(Rule.R_SYN_CHALLENGE, on);
        Limits.challenge(step);
    }
}
