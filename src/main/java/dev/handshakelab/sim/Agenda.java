package dev.handshakelab.sim;

import dev.handshakelab.sim.NetworkState.Transit;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Side;
import org.jspecify.annotations.Nullable;

/**
 * What happens next in a world. The earliest comes first. At the same time segments and script
 * steps come in the order in which they were inserted; then the timers of A, then those of B, each
 * in the order of {@link TimerKind}. So an acknowledgment that arrives in the very moment of a
 * timeout still stops the timer.
 */
final class Agenda {
    private Agenda() {}

    /** Something that will happen. */
    sealed interface Entry {
        long atNanos();

        /** A segment arrives or is lost. */
        record FlightEnds(long atNanos, Transit transit) implements Entry {}

        /** A script step happens. */
        record ScriptDue(long atNanos, ScriptState.Due due) implements Entry {}

        /** A timer fires. */
        record TimerDue(long atNanos, Side side, TimerKind kind) implements Entry {}
    }

    /** What happens next, or null if nothing will happen by itself. */
    static @Nullable Entry next(World world) {
        Entry first = null;
        long firstNumber = Long.MAX_VALUE;
        for (Transit transit : world.network().transit()) {
            if (transit.flight().fate() instanceof Fate.Held) {
                continue;
            }
            long atNanos = transit.flight().endsAtNanos();
            if (first == null
                    || isBefore(atNanos, transit.number(), first.atNanos(), firstNumber)) {
                first = new Entry.FlightEnds(atNanos, transit);
                firstNumber = transit.number();
            }
        }
        for (ScriptState.Due due : world.script().due()) {
            if (first == null
                    || isBefore(due.atNanos(), due.number(), first.atNanos(), firstNumber)) {
                first = new Entry.ScriptDue(due.atNanos(), due);
                firstNumber = due.number();
            }
        }
        first = earlier(first, world, Side.A);
        return earlier(first, world, Side.B);
    }

    private static boolean isBefore(
            long atNanos, long number, long otherAtNanos, long otherNumber) {
        return atNanos < otherAtNanos || (atNanos == otherAtNanos && number < otherNumber);
    }

    private static @Nullable Entry earlier(@Nullable Entry first, World world, Side side) {
        Timers.Timer timer = world.tcb(side).timers().next();
        if (timer == null) {
            return first;
        }
        // A timer of no length at all must not turn time back.
        long atNanos = Math.max(timer.dueAtNanos(), world.nowNanos());
        return first == null || atNanos < first.atNanos()
                ? new Entry.TimerDue(atNanos, side, timer.kind())
                : first;
    }

    /**
     * Whether another segment arrives at the same host at the same time as this one, which is due
     * now.
     */
    static boolean isFollowed(World world, Transit arriving) {
        for (Transit other : world.network().transit()) {
            if (other.number() != arriving.number()
                    && other.flight().to() == arriving.flight().to()
                    && other.flight().fate() instanceof Fate.Arrives(long atNanos)
                    && atNanos == arriving.flight().endsAtNanos()) {
                return true;
            }
        }
        return false;
    }
}
