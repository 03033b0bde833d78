package dev.handshakelab.sim;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.List;

/**
 * One line of a script. It happens once: some time after its trigger comes true.
 *
 * @param trigger what it waits for
 * @param afterNanos how long after that, 0 or more
 * @param action what happens
 */
public record ScriptStep(Trigger trigger, long afterNanos, Action action) {
    /** What a step waits for. */
    public sealed interface Trigger {
        /** A moment of virtual time. */
        record At(long atNanos) implements Trigger {}

        /** The step before it in the script has happened. */
        record Previous() implements Trigger {}

        /** All of these hold at the same time, looked at after each step. */
        record When(List<Condition> conditions) implements Trigger {
            public When {
                conditions = List.copyOf(conditions);
            }
        }
    }

    /** Something that may be true of a world. */
    public sealed interface Condition {
        /** A host is in a state. */
        record InState(Side side, TcpState state) implements Condition {}

        /** A host has been in a state at some time. */
        record WasInState(Side side, TcpState state) implements Condition {}

        /** The application of a host was given at least so many octets on its last connection. */
        record Delivered(Side side, int octets) implements Condition {}

        /** The application of a host was given exactly this on its last connection. */
        record DeliveredText(Side side, String text) implements Condition {}

        /** A host has sent at least so many segments with all these bits on. */
        record HasSent(Side side, Flags flags, int count) implements Condition {}

        /** At least so many segments with all these bits on have arrived at a host. */
        record HasReceived(Side side, Flags flags, int count) implements Condition {}

        /** A host has nothing unacknowledged. */
        record AllAcknowledged(Side side) implements Condition {}

        /** Nothing is on its way, nor held. */
        record NetworkEmpty() implements Condition {}

        /** A condition is not true, or not yet. */
        record Not(Condition condition) implements Condition {}
    }

    /** What a step does. */
    public sealed interface Action {
        /** The application of a host makes a call. */
        record Call(Side side, UserAction action) implements Action {}

        /**
         * A segment enters the network from outside and arrives {@code delayNanos} later; 0: the
         * link's delay.
         *
         * @param from in whose name it travels
         * @param origin OLD_DUPLICATE or FORGED
         */
        record Inject(Side from, Segment segment, Flight.Origin origin, long delayNanos)
                implements Action {}

        /**
         * Lets held segments of a host go; they arrive {@code delayNanos} later. {@code nth} counts
         * held ones from 1; 0: all.
         */
        record Release(Side from, int nth, long delayNanos) implements Action {}

        /**
         * A host loses its memory; with {@code down} its packets are dropped until it comes up
         * again.
         */
        record Crash(Side side, boolean down) implements Action {}

        /** A crashed host is there again, CLOSED. */
        record Reboot(Side side) implements Action {}

        /** The cable is pulled (false) or plugged in (true): everything sent meanwhile is lost. */
        record Cable(boolean connected) implements Action {}

        /** A host plays by other options from now on. */
        record SetOptions(Side side, TcpOptions options) implements Action {}
    }

    /** What an application can do; the simulator makes the TCP event of it. */
    public sealed interface UserAction {
        /** Passive OPEN; {@code reading}: the application reads on and on. */
        record Listen(boolean reading) implements UserAction {}

        /** Active OPEN to the other host, with data for the SYN or none. */
        record Connect(Octets text, boolean reading) implements UserAction {}

        /** An OPEN that names no remote socket. */
        record ConnectNowhere() implements UserAction {}

        record Send(Octets text, boolean push, boolean urgent) implements UserAction {}

        /** RECEIVE; {@link Long#MAX_VALUE}: reads on and on. */
        record Receive(long octets) implements UserAction {}

        record StopReading() implements UserAction {}

        /** CLOSE; see {@link dev.handshakelab.tcp.TcpEvent.Close#receiving()}. */
        record Close(boolean receiving) implements UserAction {}

        record Abort() implements UserAction {}

        record Status() implements UserAction {}
    }

    /** A step at a moment of virtual time. */
    public static ScriptStep at(long atNanos, Action action) {
        return new ScriptStep(new Trigger.At(atNanos), 0, action);
    }

    /** A step that follows the one before it. */
    public static ScriptStep then(long afterNanos, Action action) {
        return new ScriptStep(new Trigger.Previous(), afterNanos, action);
    }

    /** A step that waits for one condition. */
    public static ScriptStep when(Condition condition, long afterNanos, Action action) {
        return new ScriptStep(new Trigger.When(List.of(condition)), afterNanos, action);
    }
}
