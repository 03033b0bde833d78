package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Tcb.Outstanding;
import dev.handshakelab.tcp.TcpOptions.GiveUp;

/**
 * What every step ends with: the acknowledgment that is due, and the timers that must run in the
 * new situation.
 */
final class Housekeeping {
    private Housekeeping() {}

    static void settle(Step step) {
        if (step.state.isSynchronized() || step.state == TcpState.SYN_RECEIVED) {
            Texts.settleAck(step);
        }
        settleTimers(step);
    }

    /** Any segment of the connection shows that the peer is there. */
    static void heardFromPeer(Step step) {
        step.unansweredProbes = 0;
        step.stopTimer(TimerKind.KEEPALIVE);
        if (step.timers.isRunning(TimerKind.ZERO_WINDOW_PROBE)) {
            // As long as probes are answered the connection stays (MUST-37).
            step.stopTimer(TimerKind.USER);
        }
    }

    private static void settleTimers(Step step) {
        if (step.state == TcpState.CLOSED || step.state == TcpState.TIME_WAIT) {
            return;
        }
        boolean outstanding = !step.queue.isEmpty();
        boolean waiting = outstanding || (step.state.sendsText() && Output.hasUnsent(step));
        boolean windowShut =
                step.state.sendsText()
                        && step.sndWnd == 0
                        && waiting
                        && !(outstanding && step.queue.getFirst().flags().syn());
        settle(step, TimerKind.ZERO_WINDOW_PROBE, windowShut, step.roundTrip.rtoNanos());
        boolean retransmits = outstanding && !windowShut;
        settle(step, TimerKind.RETRANSMISSION, retransmits, retransmits ? timeout(step) : 0);
        boolean user = waiting && step.options.userTimeoutNanos() > 0;
        settle(step, TimerKind.USER, user, step.options.userTimeoutNanos());
        boolean idle =
                step.options.has(Switch.KEEPALIVE)
                        && !waiting
                        && (step.state == TcpState.ESTABLISHED
                                || step.state == TcpState.CLOSE_WAIT
                                || step.state == TcpState.FIN_WAIT_2);
        settle(step, TimerKind.KEEPALIVE, idle, step.options.keepAliveIdleNanos());
        if (!step.state.sendsText() || step.unsent.isEmpty()) {
            step.stopTimer(TimerKind.SWS_OVERRIDE);
        }
    }

    private static void settle(Step step, TimerKind kind, boolean runs, long lengthNanos) {
        if (!runs) {
            step.stopTimer(kind);
        } else if (!step.timers.isRunning(kind)) {
            step.startTimer(kind, lengthNanos);
        }
    }

    /** RTO, or less if R2 comes before. */
    private static long timeout(Step step) {
        Outstanding front = step.queue.getFirst();
        if (!Timeouts.mayGiveUp(step, front)) {
            return step.roundTrip.rtoNanos();
        }
        return switch (Timeouts.giveUp(step, front)) {
            case GiveUp.AfterTime(long nanos) ->
                    Math.max(
                            0,
                            Math.min(
                                    step.roundTrip.rtoNanos(),
                                    front.waitingSinceNanos() + nanos - step.nowNanos));
            case GiveUp.AfterRetransmissions _ -> step.roundTrip.rtoNanos();
        };
    }
}
