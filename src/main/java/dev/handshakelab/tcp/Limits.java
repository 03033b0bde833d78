package dev.handshakelab.tcp;

import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Tcb.Limiter;

/**
 * The limiter of challenge ACKs (RFC 5961, 7): without it two ends that lost step answer each other
 * for ever.
 */
final class Limits {
    private Limits() {}

    /** Sends a challenge ACK if the limiter lets it. */
    static void challenge(Step step) {
        if (mayAcknowledge(step)) {
            Output.sendAck(step, Purpose.CHALLENGE);
        }
    }

    /** Takes a token; says so if none is left. */
    static boolean mayAcknowledge(Step step) {
        TcpOptions options = step.options;
        if (!options.has(Switch.ACK_LIMITER)) {
            return true;
        }
        Limiter limiter = step.limiter;
        boolean newPeriod =
                limiter.used() == 0
                        || step.nowNanos - limiter.periodStartNanos()
                                >= options.limiterPeriodNanos();
        int used = newPeriod ? 0 : limiter.used();
        if (used >= options.limitedAcks()) {
            step.fire(
                    Rule.G_THROTTLE,
                    Check.number("ACKs", used)
                            .and(Check.Relation.GE, "limit", options.limitedAcks()));
            return false;
        }
        step.limiter =
                new Limiter(newPeriod ? step.nowNanos : limiter.periodStartNanos(), used + 1);
        return true;
    }
}
