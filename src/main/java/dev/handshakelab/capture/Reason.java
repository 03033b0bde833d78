package dev.handshakelab.capture;

import dev.handshakelab.capture.Inferred.Evidence;
import dev.handshakelab.capture.Inferred.StateChange;
import dev.handshakelab.tcp.TcpState;
import java.util.Set;

/** Why a host is said to be in a state, or why nothing can be said. */
public sealed interface Reason {
    /**
     * A segment took it there.
     *
     * @param change what happened
     * @param evidence the segment, and whether anybody saw it at this host
     */
    record Caused(StateChange change, Evidence evidence) implements Reason {}

    /**
     * Something without a trace took it there some time before a segment that shows it: a timeout,
     * a crash, or a call that sends nothing.
     *
     * @param change what happened
     * @param evidence the segment that shows it
     */
    record LeftNoTrace(StateChange change, Evidence evidence) implements Reason {}

    /**
     * Nobody watched the host, but a segment that it sent shows that it had been there.
     *
     * @param evidence that segment
     */
    record ShownBy(Evidence evidence) implements Reason {}

    /**
     * It had been there before anything was captured.
     *
     * @param evidence its first segment, which fits no other state
     */
    record FromTheBeginning(Evidence evidence) implements Reason {}

    /**
     * What was captured fits several states equally well.
     *
     * @param states which ones
     */
    record Several(Set<TcpState> states) implements Reason {
        public Several {
            states = Set.copyOf(states);
        }
    }

    /**
     * A segment that might have changed the state was sent to the host, and only much later one of
     * its own shows that it had arrived; when it did, nobody knows.
     *
     * @param evidence the segment that shows it
     */
    record ShownLate(Evidence evidence) implements Reason {}

    /** Nothing that the host sent or received was captured up to here. */
    record Nothing() implements Reason {}
}
