package dev.handshakelab.timeline;

import dev.handshakelab.tcp.Flags;
import org.jspecify.annotations.Nullable;

/** How the network behaves differently from some moment on. */
public sealed interface NetworkChange {
    /** Every segment that is sent waits until somebody lets it go. */
    record Manual() implements NetworkChange {}

    /** Segments travel by themselves again. */
    record Automatic() implements NetworkChange {}

    /**
     * Something will happen to segments that are yet to be sent.
     *
     * @param from only to segments of this host; null: of either
     * @param flags control bits that such a segment has on
     * @param effect what will happen
     * @param once to the next such segment only; otherwise to more than one
     */
    record Expected(@Nullable Side from, Flags flags, Effect effect, boolean once)
            implements NetworkChange {}

    /** What the network does to a segment. */
    enum Effect {
        PASS,
        LOSE,
        DELAY,
        DUPLICATE,
        HOLD
    }
}
