package dev.handshakelab.sim;

import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
import java.util.EnumSet;
import java.util.Set;

/**
 * A host within a world.
 *
 * @param tcb its control block
 * @param up whether it runs; packets to a host that is down are lost
 * @param statesSeen every state it has been in, also in the middle of a step
 * @param delivered what its application has been given since "connected" was last said; a crash
 *     empties it
 * @param sent the segments that it sent
 * @param received the segments that reached it
 */
public record HostState(
        Tcb tcb,
        boolean up,
        Set<TcpState> statesSeen,
        Delivered delivered,
        SegmentCounts sent,
        SegmentCounts received) {
    public HostState {
        statesSeen = Set.copyOf(statesSeen);
    }

    /** A host that has done nothing. */
    static HostState fresh(Tcb tcb) {
        return new HostState(
                tcb,
                true,
                Set.of(tcb.state()),
                Delivered.NOTHING,
                SegmentCounts.NONE,
                SegmentCounts.NONE);
    }

    HostState withTcb(Tcb newTcb) {
        return new HostState(newTcb, up, statesSeen, delivered, sent, received);
    }

    HostState withUp(boolean newUp) {
        return new HostState(tcb, newUp, statesSeen, delivered, sent, received);
    }

    HostState having(TcpState state) {
        if (statesSeen.contains(state)) {
            return this;
        }
        EnumSet<TcpState> more = EnumSet.of(state);
        more.addAll(statesSeen);
        return new HostState(tcb, up, more, delivered, sent, received);
    }

    HostState withSent(SegmentCounts newSent) {
        return new HostState(tcb, up, statesSeen, delivered, newSent, received);
    }

    HostState withReceived(SegmentCounts newReceived) {
        return new HostState(tcb, up, statesSeen, delivered, sent, newReceived);
    }

    /** The same host after its application was told something. */
    HostState told(Signal signal) {
        return switch (signal) {
            case Signal.Connected() -> withDelivered(Delivered.NOTHING);
            case Signal.Delivered(var text) -> withDelivered(delivered.plus(text));
            case Signal.Answered _,
                    Signal.PendingCallsEnded _,
                    Signal.DataAvailable _,
                    Signal.SendsAcknowledged _,
                    Signal.EndOfStream _,
                    Signal.Failed _,
                    Signal.ResetWhileClosing _,
                    Signal.ClosedNormally _,
                    Signal.DeliveryDoubtful _,
                    Signal.UrgentData _ ->
                    this;
        };
    }

    private HostState withDelivered(Delivered newDelivered) {
        return new HostState(tcb, up, statesSeen, newDelivered, sent, received);
    }

    /**
     * The same host after a loss of memory: CLOSED, without timers, and its application knows
     * nothing.
     */
    HostState crashed(boolean staysUp) {
        return new HostState(tcb.crashed(), staysUp, statesSeen, Delivered.NOTHING, sent, received)
                .having(TcpState.CLOSED);
    }
}
