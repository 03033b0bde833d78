package dev.handshakelab.tcp;

import static dev.handshakelab.tcp.Seg.seg;

/** TIME-WAIT with more than the usual history. */
final class TimeWaitFixture {
    private TimeWaitFixture() {}

    /** A connection with timestamps, the last of which was 50. */
    static Endpoint stamped(TcpOptions options) {
        return Given.SYN_SENT
                .with(options)
                .gets(seg("SYN,ACK").seq(300).ack(101).stamp(40, 1))
                .closes()
                .gets(seg("ACK").seq(301).ack(102).stamp(45, 1))
                .gets(seg("FIN,ACK").seq(301).ack(102).stamp(50, 1))
                .is(TcpState.TIME_WAIT);
    }

    /** The same control block with another way to choose numbers. */
    static Tcb withPolicy(Tcb tcb, IssPolicy policy) {
        EndpointConfig old = tcb.config();
        EndpointConfig config = new EndpointConfig(old.local(), old.options(), policy);
        return new Tcb(
                config,
                tcb.state(),
                tcb.openedPassively(),
                tcb.remote(),
                tcb.remoteGiven(),
                tcb.send(),
                tcb.receive(),
                tcb.finSeq(),
                tcb.closeRequested(),
                tcb.userReads(),
                tcb.unsent(),
                tcb.unsentPush(),
                tcb.retransmissionQueue(),
                tcb.reassemblyQueue(),
                tcb.unread(),
                tcb.receiveCredit(),
                tcb.roundTrip(),
                tcb.timers(),
                tcb.negotiated(),
                tcb.acknowledgment(),
                tcb.limiter(),
                tcb.unansweredProbes(),
                tcb.fromTimeWait(),
                tcb.issUsed());
    }
}
