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
     * Several states fitted before; from this segment on only one of them does.
     *
     * @param evidence the segment
     */
    record Settled(Evidence evidence) implements Reason {}

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
     * Something that leaves no trace may have happened before the host sent something again: an
     * arrival that nobody saw, a timeout, a crash.
     *
     * @param evidence the segment that shows it
     */
    record ShownLate(Evidence evidence) implements Reason {}

    /**
     * The host never said anything again though something asked for an answer.
     *
     * @param evidence the last segment that it sent
     */
    record FellSilent(Evidence evidence) implements Reason {}

    /**
     * The file itself says so: this program wrote it when it exported a run.
     *
     * @param evidence the packet beside which it stands
     * @param testimony what stands there
     */
    record Told(Evidence evidence, Testimony testimony) implements Reason {}

    /** The file says something of the states, but that contradicts itself or the segments. */
    record Contradicted() implements Reason {}

    /** What the file says of the other host does not follow from the segments by TCP. */
    record OtherRules() implements Reason {}

    /** Nothing that the host sent or received was captured up to here. */
    record Nothing() implements Reason {}
}
