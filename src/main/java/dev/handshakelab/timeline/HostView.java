package dev.handshakelab.timeline;

import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
import org.jspecify.annotations.Nullable;

/**
 * How a host stands after a frame.
 *
 * @param state its state; meaningless if {@code certainty} is UNKNOWN
 * @param certainty how sure that is
 * @param tcb its control block; null if nobody knows it
 */
public record HostView(TcpState state, Certainty certainty, @Nullable Tcb tcb) {
    /** How sure a state is. */
    public enum Certainty {
        /** The machine itself said so, or the segments leave no other choice. */
        SEEN,
        /** It follows from what was seen. */
        INFERRED,
        /** Nothing says it. */
        UNKNOWN
    }

    /** The view of a host whose control block is at hand. */
    public static HostView of(Tcb tcb) {
        return new HostView(tcb.state(), Certainty.SEEN, tcb);
    }
}
