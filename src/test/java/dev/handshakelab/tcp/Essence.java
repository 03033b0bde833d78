package dev.handshakelab.tcp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a control block an inert segment must not touch: all but limiter, timers and the like.
 */
record Essence(
        TcpState state,
        Tcb.SendVariables send,
        Tcb.ReceiveVariables receive,
        @Nullable Integer finSeq,
        boolean closeRequested,
        Octets unsent,
        List<Tcb.Held> reassemblyQueue,
        Octets unread,
        Tcb.RoundTrip roundTrip,
        List<Integer> queueNumbers) {
    static Essence of(Tcb tcb) {
        return new Essence(
                tcb.state(),
                tcb.send(),
                tcb.receive(),
                tcb.finSeq(),
                tcb.closeRequested(),
                tcb.unsent(),
                tcb.reassemblyQueue(),
                tcb.unread(),
                tcb.roundTrip(),
                tcb.retransmissionQueue().stream().map(Tcb.Outstanding::seq).toList());
    }
}
