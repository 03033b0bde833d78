package dev.handshakelab.timeline;

import dev.handshakelab.tcp.Firing;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.tcp.Timers;
import org.jspecify.annotations.Nullable;

/** One thing that happened. Within a frame the facts stand in causal order. */
public sealed interface Fact {
    /** When, in nanoseconds since the beginning of the timeline. */
    long atNanos();

    /** At which host; for what happens in the network, the host that the segment comes from. */
    Side side();

    /** The segment that the fact is about; null if it is about none. */
    default @Nullable Flight flight() {
        return null;
    }

    /** What happens to a segment. */
    sealed interface OfSegment extends Fact {
        @Override
        Flight flight();
    }

    /** What happens to a timer. */
    sealed interface OfTimer extends Fact {}

    /** What a host does in answer to an event. */
    sealed interface OfMachine extends Fact {}

    /** What is done to a host or to the network from outside. */
    sealed interface FromOutside extends Fact {}

    /** The application made a call. */
    record Called(long atNanos, Side side, TcpEvent.UserCall call) implements Fact {}

    /** A host sent a segment. */
    record Sent(long atNanos, Side side, Flight flight) implements OfSegment {}

    /**
     * A segment entered from outside: an old duplicate, a copy made by the network, or a forgery.
     */
    record Entered(long atNanos, Side side, Flight flight) implements OfSegment {}

    /** A segment reached a host; {@code side} is the receiver. */
    record Arrived(long atNanos, Side side, Flight flight) implements OfSegment {}

    /**
     * The network lost a segment, or its receiver is down; {@code side} is the sender, the fate
     * says when.
     */
    record Lost(long atNanos, Side side, Flight flight) implements OfSegment {}

    /** The fate of a segment on its way was changed; {@code flight} has the new one. */
    record Rerouted(long atNanos, Side side, Flight flight) implements OfSegment {}

    /** A timer was started or restarted. */
    record TimerStarted(long atNanos, Side side, Timers.Timer timer) implements OfTimer {}

    /** A timer was stopped before it fired. */
    record TimerStopped(long atNanos, Side side, TimerKind kind) implements OfTimer {}

    /** A timer fired. */
    record TimerFired(long atNanos, Side side, TimerKind kind) implements OfTimer {}

    /** A rule was applied. */
    record RuleFired(long atNanos, Side side, Firing firing) implements OfMachine {}

    /**
     * A host changed its state.
     *
     * @param rule the rule that did it; null after a crash or when nobody knows
     */
    record StateChanged(long atNanos, Side side, TcpState from, TcpState to, @Nullable Rule rule)
            implements OfMachine {}

    /** The application was told something. */
    record Told(long atNanos, Side side, Signal signal) implements OfMachine {}

    /** A host lost its memory. */
    record Crashed(long atNanos, Side side) implements FromOutside {}

    /** A host that was down, or that crashed and came back at once, is there again. */
    record Rebooted(long atNanos, Side side) implements FromOutside {}

    /** The cable was plugged in or pulled; it concerns both sides, {@code side} is A. */
    record CableChanged(long atNanos, Side side, boolean connected) implements FromOutside {}

    /** The network behaves differently from now on; {@code side} is A unless it concerns B only. */
    record NetworkChanged(long atNanos, Side side, NetworkChange change) implements FromOutside {}

    /** A host plays by other options from now on. */
    record OptionsChanged(long atNanos, Side side, TcpOptions options) implements FromOutside {}
}
