package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Check.Relation;
import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Signal.Reply;
import dev.handshakelab.tcp.Tcb.Outstanding;
import dev.handshakelab.tcp.TcpOptions.GiveUp;
import dev.handshakelab.tcp.Timers.Timer;

/**
 * Timeouts (RFC 9293, 3.10.8 and 3.8; RFC 6298, 5). A timer that does not run has nothing to say.
 */
final class Timeouts {
    private Timeouts() {}

    static void handle(Step step, TimerKind kind) {
        Timer timer = step.timers.get(kind);
        if (timer == null) {
            // The user may lose patience at any time, whether or not we keep the time for him.
            if (kind == TimerKind.USER && step.state != TcpState.CLOSED) {
                user(step);
            }
            return;
        }
        step.stopTimer(kind);
        switch (kind) {
            case RETRANSMISSION -> retransmission(step);
            case ZERO_WINDOW_PROBE -> zeroWindow(step, timer);
            case SWS_OVERRIDE -> {
                step.fire(Rule.P_SWS);
                Output.sendWhatMayGo(step, true);
            }
            case DELAYED_ACK -> {
                step.fire(Rule.T_DELACK);
                Output.sendAck(step, Purpose.ACKNOWLEDGMENT);
            }
            case KEEPALIVE -> keepAlive(step);
            case USER -> user(step);
            case TIME_WAIT -> {
                step.fire(Rule.T_2MSL);
                step.deleteTcb();
            }
            case FIN_WAIT_2 -> {
                step.fire(Rule.T_FW2);
                step.deleteTcb();
            }
        }
    }

    private static void user(Step step) {
        step.fire(Rule.T_USER);
        fail(step);
    }

    private static void fail(Step step) {
        step.endPendingCalls(Reply.USER_TIMEOUT);
        step.tell(new Signal.Failed(Reply.USER_TIMEOUT));
        step.deleteTcb();
    }

    private static void retransmission(Step step) {
        if (step.queue.isEmpty()) {
            return;
        }
        Outstanding front = step.queue.getFirst();
        if (givesUp(step, front)) {
            return;
        }
        step.fire(
                retransmissionRule(step, front),
                Check.sequence(Variable.SND_UNA, step.sndUna).lt(Variable.SND_NXT, step.sndNxt));
        RoundTrips.backOff(step);
        Retransmission.retransmitFront(step, Purpose.RETRANSMISSION);
        if (front.transmissions() == step.options.r1Retransmissions()) {
            step.fire(
                    Rule.T_R1,
                    Check.number("n", front.transmissions())
                            .and(Relation.GE, "R1", step.options.r1Retransmissions()));
            step.tell(new Signal.DeliveryDoubtful(front.transmissions()));
        }
    }

    private static Rule retransmissionRule(Step step, Outstanding front) {
        if (front.flags().syn()) {
            return step.state == TcpState.SYN_SENT ? Rule.T_RTX_SYN : Rule.T_RTX_SYNACK;
        }
        return front.text().isEmpty() ? Rule.T_RTX_FIN : Rule.T_RTX_DATA;
    }

    /** R2 (3.8.3): when retransmissions end, and with them the connection. */
    private static boolean givesUp(Step step, Outstanding front) {
        Check.Comparison reached =
                switch (giveUp(step, front)) {
                    case GiveUp.AfterTime(long nanos) ->
                            Check.number("t", step.nowNanos - front.waitingSinceNanos())
                                    .and(Relation.GE, "R2", nanos);
                    case GiveUp.AfterRetransmissions(int count) ->
                            Check.number("n", front.transmissions() - 1)
                                    .and(Relation.GE, "R2", count);
                };
        if (!reached.holds() || !mayGiveUp(step, front)) {
            return false;
        }
        step.fire(Rule.T_R2, reached);
        if (step.fromTimeWait != null) {
            TimeWait.restore(step, step.fromTimeWait);
        } else if (step.state == TcpState.SYN_RECEIVED && step.openedPassively) {
            Resets.listenAgain(step);
        } else {
            fail(step);
        }
        return true;
    }

    /**
     * R2 lies beyond R1: a time limit alone does not end a segment that was hardly ever repeated.
     */
    static boolean mayGiveUp(Step step, Outstanding front) {
        return giveUp(step, front) instanceof GiveUp.AfterRetransmissions
                || front.transmissions() > step.options.r1Retransmissions();
    }

    static GiveUp giveUp(Step step, Outstanding front) {
        if (!front.flags().syn()) {
            return step.options.dataGiveUp();
        }
        return step.state == TcpState.SYN_SENT
                ? step.options.synGiveUp()
                : step.options.synAckGiveUp();
    }

    private static void zeroWindow(Step step, Timer timer) {
        step.fire(Rule.T_ZWP, Retransmission.windowIsZero(step));
        Retransmission.probeWindow(step);
        step.startTimer(TimerKind.ZERO_WINDOW_PROBE, nextProbe(step.options, timer.lengthNanos()));
    }

    /**
     * The gap doubles (SHLD-30), but the user timeout must not pass between two probes that the
     * peer answers (MUST-37).
     */
    private static long nextProbe(TcpOptions options, long lastNanos) {
        long doubled = Math.min(lastNanos, Long.MAX_VALUE / 4) * 2;
        if (options.userTimeoutNanos() > 0 && doubled > options.userTimeoutNanos() / 2) {
            return lastNanos;
        }
        long limit = options.maxRtoNanos();
        return limit == 0 ? doubled : Math.min(limit, doubled);
    }

    private static void keepAlive(Step step) {
        if (step.unansweredProbes >= step.options.keepAliveProbes()) {
            step.fire(
                    Rule.T_KEEPALIVE,
                    Check.number("n", step.unansweredProbes)
                            .and(Relation.GE, "limit", step.options.keepAliveProbes()));
            fail(step);
            return;
        }
        step.fire(
                Rule.T_KEEPALIVE,
                Check.number("n", step.unansweredProbes)
                        .and(Relation.LT, "limit", step.options.keepAliveProbes()));
        step.unansweredProbes++;
        step.emit(
                Output.segment(step, step.sndNxt - 1, Flags.ACK, Octets.EMPTY), Purpose.KEEPALIVE);
        step.startTimer(TimerKind.KEEPALIVE, step.options.keepAliveIntervalNanos());
    }
}
