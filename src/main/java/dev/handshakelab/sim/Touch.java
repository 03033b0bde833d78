package dev.handshakelab.sim;

import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Side;

/** What somebody who watches a simulation can do to it. */
public sealed interface Touch {
    /** Something that a script could do: a call, a segment from outside, a crash, the cable. */
    record Act(ScriptStep.Action action) implements Touch {}

    /** A segment on its way is lost now. */
    record Drop(long flightId) implements Touch {}

    /** A segment on its way arrives, or is lost, so much later; a held one stays held. */
    record Delay(long flightId, long extraNanos) implements Touch {}

    /**
     * The network makes a copy that arrives so much later than the segment itself, or than now if
     * that one is held.
     */
    record Duplicate(long flightId, long laterNanos) implements Touch {}

    /** A segment on its way is kept until it is released. */
    record Hold(long flightId) implements Touch {}

    /** A segment on its way, held or not, arrives {@code delayNanos} from now. */
    record Deliver(long flightId, long delayNanos) implements Touch {}

    /** A running timer fires now. */
    record FireTimer(Side side, TimerKind kind) implements Touch {}

    /** A step of the script that is due happens now, not at its time. */
    record Hurry(int scriptIndex) implements Touch {}

    /**
     * The network will do something to segments that are yet to be sent. The rule counts from now
     * on, and is asked before those of the plan and those added earlier.
     */
    record AddFault(FaultRule rule) implements Touch {}

    /**
     * Puts the network into the learner's hands: each segment that a host sends is held until it is
     * delivered or dropped, unless a rule loses it. Back on automatic, what was held meanwhile goes
     * on its way and arrives after the link's delay.
     */
    record NetworkMode(boolean manual) implements Touch {}
}
