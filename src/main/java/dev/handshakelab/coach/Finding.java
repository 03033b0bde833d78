package dev.handshakelab.coach;

import dev.handshakelab.tcp.Firing;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import org.jspecify.annotations.Nullable;

/** One thing in which an attempt differs from what the machine does. */
public sealed interface Finding {
    /** The rule that decides it, with its checks and numbers; null if no rule fires at all. */
    @Nullable Firing why();

    /** A segment must be sent. */
    record MustSend(Segment expected, @Nullable Firing why) implements Finding {}

    /** Nothing may be sent. */
    record MustBeSilent(@Nullable Firing why) implements Finding {}

    /**
     * Control bits are wrong.
     *
     * @param expected all that must be on
     * @param missing those that are off and must be on
     * @param extra those that are on and must be off
     */
    record ControlBits(Flags expected, Flags missing, Flags extra, @Nullable Firing why)
            implements Finding {}

    /**
     * SEG.SEQ is wrong.
     *
     * @param given what the learner chose; null: nothing yet
     * @param expected what it must be
     * @param source where that comes from, in the RFC's names: {@code SND.NXT}; empty if it has no
     *     name
     */
    record SequenceNumber(
            @Nullable Integer given, int expected, String source, @Nullable Firing why)
            implements Finding {}

    /** SEG.ACK is wrong; see {@link SequenceNumber}. */
    record AckNumber(@Nullable Integer given, int expected, String source, @Nullable Firing why)
            implements Finding {}

    /** The state is wrong. */
    record NextState(
            @Nullable TcpState given, TcpState before, TcpState expected, @Nullable Firing why)
            implements Finding {}

    /**
     * A timer is wrong.
     *
     * @param given what the learner wants it to do; null: nothing
     * @param expected what it must do; null: nothing
     */
    record Timer(
            TimerKind kind,
            @Nullable TimerMove given,
            @Nullable TimerMove expected,
            @Nullable Firing why)
            implements Finding {}
}
