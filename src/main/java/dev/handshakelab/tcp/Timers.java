package dev.handshakelab.tcp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running timers of a control block, at most one of a kind; immutable. */
public final class Timers {
    /** No timer runs. */
    public static final Timers NONE = new Timers(new @Nullable Timer[TimerKind.values().length]);

    private final @Nullable Timer[] running;

    private Timers(@Nullable Timer[] running) {
        this.running = running;
    }

    /**
     * A running timer.
     *
     * @param startedAtNanos when it was last started or restarted
     * @param dueAtNanos when it fires
     */
    public record Timer(TimerKind kind, long startedAtNanos, long dueAtNanos) {
        /** How long it was set to run. */
        public long lengthNanos() {
            return dueAtNanos - startedAtNanos;
        }
    }

    /** The running timer of a kind, or null. */
    public @Nullable Timer get(TimerKind kind) {
        return running[kind.ordinal()];
    }

    public boolean isRunning(TimerKind kind) {
        return running[kind.ordinal()] != null;
    }

    /** These timers with one started anew. */
    public Timers started(TimerKind kind, long nowNanos, long lengthNanos) {
        @Nullable Timer[] next = running.clone();
        next[kind.ordinal()] = new Timer(kind, nowNanos, nowNanos + lengthNanos);
        return new Timers(next);
    }

    /** These timers without one. */
    public Timers stopped(TimerKind kind) {
        if (!isRunning(kind)) {
            return this;
        }
        @Nullable Timer[] next = running.clone();
        next[kind.ordinal()] = null;
        return new Timers(next);
    }

    /** All running timers, in the order of {@link TimerKind}. */
    public List<Timer> all() {
        List<Timer> all = new ArrayList<>(2);
        for (Timer timer : running) {
            if (timer != null) {
                all.add(timer);
            }
        }
        return all;
    }

    /**
     * The timer that fires first; of several at the same time the first in the order of {@link
     * TimerKind}; or null.
     */
    public @Nullable Timer next() {
        Timer first = null;
        for (Timer timer : running) {
            if (timer != null && (first == null || timer.dueAtNanos() < first.dueAtNanos())) {
                first = timer;
            }
        }
        return first;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timers that && all().equals(that.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
