package dev.handshakelab.view.host;

import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.tcp.Timers.Timer;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Messages;

/**
 * A running timer at a moment.
 *
 * @param kind which
 * @param name its name
 * @param left how much time is left, of how much, and when it fires
 * @param part the part of its time that is left, 0 to 1
 */
record TimerRow(TimerKind kind, String name, String left, double part) {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    static TimerRow of(Timer timer, long nowNanos, Messages messages) {
        long length = Math.max(1, timer.lengthNanos());
        long left = Math.clamp(timer.dueAtNanos() - nowNanos, 0, length);
        return new TimerRow(
                timer.kind(),
                messages.get("timer." + timer.kind().name() + ".long"),
                messages.get(
                        "hostPanel.left",
                        Durations.compact(calm(left)),
                        Durations.compact(timer.lengthNanos()),
                        Durations.compact(timer.dueAtNanos())),
                (double) left / length);
    }

    /** A time with as many digits as the eye can follow while it runs. */
    private static long calm(long nanos) {
        long unit = nanos < SECOND ? MILLI : 10 * MILLI;
        return nanos < 10 * MILLI ? nanos : nanos / unit * unit;
    }
}
