package dev.handshakelab.tcp;

/**
 * The endpoint's one step function (RFC 9293, 3.10): same control block, same event, same
 * transition.
 *
 * <p>The order of checks follows the RFC's text: user calls in {@link UserCalls}, SEGMENT ARRIVES
 * in {@link EarlyArrivals} (CLOSED, LISTEN, SYN-SENT) and {@link Arrivals} (the other eight
 * states), timeouts in {@link Timeouts}.
 */
public final class TcpMachine {
    private TcpMachine() {}

    /**
     * What an event does to an endpoint.
     *
     * @param tcb the endpoint before
     * @param event what happens; its time must not lie before that of earlier events
     * @return the endpoint afterwards, what it sends and says, and the rules that fired with their
     *     reasons
     */
    public static Transition step(Tcb tcb, TcpEvent event) {
        Step step = new Step(tcb, event);
        switch (event) {
            case TcpEvent.UserCall call -> UserCalls.handle(step, call);
            case TcpEvent.SegmentArrives arrives -> segmentArrives(step, arrives);
            case TcpEvent.Timeout timeout -> Timeouts.handle(step, timeout.timer());
        }
        Housekeeping.settle(step);
        return step.finish();
    }

    private static void segmentArrives(Step step, TcpEvent.SegmentArrives arrives) {
        Segment segment = arrives.segment();
        TcpSocket remote = step.remote;
        if (remote != null && !remote.equals(arrives.source())) {
            // No connection with this pair of sockets, so the segment is handled as in CLOSED
            // (3.9.1.1).
            step.fire(Rule.G_DEMUX);
            EarlyArrivals.closed(step, segment);
            return;
        }
        switch (step.state) {
            case CLOSED -> EarlyArrivals.closed(step, segment);
            case LISTEN -> EarlyArrivals.listen(step, segment, arrives.source());
            case SYN_SENT -> EarlyArrivals.synSent(step, segment);
            case SYN_RECEIVED,
                    ESTABLISHED,
                    FIN_WAIT_1,
                    FIN_WAIT_2,
                    CLOSE_WAIT,
                    CLOSING,
                    LAST_ACK,
                    TIME_WAIT ->
                    Arrivals.handle(step, segment);
        }
    }
}
