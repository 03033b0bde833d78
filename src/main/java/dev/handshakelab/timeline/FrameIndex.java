package dev.handshakelab.timeline;

import dev.handshakelab.tcp.TcpOptions;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of all frames of a story at once: their times, and which of them are turns.
 *
 * <p>A turn is a frame in which a state, its certainty or the options of a host change, a host
 * crashes or comes up, or a segment with SYN sets out. However long a story is, its turns are few,
 * so that what depends on them alone need not walk through all frames.
 */
public final class FrameIndex {
    private final long[] atNanos;
    private final int[] turns;

    private FrameIndex(long[] atNanos, int[] turns) {
        this.atNanos = atNanos;
        this.turns = turns;
    }

    /** How many frames there are. */
    public int size() {
        return atNanos.length;
    }

    /** When a frame happens. */
    public long atNanos(int frameIndex) {
        return atNanos[frameIndex];
    }

    /** How many turns there are. */
    public int turns() {
        return turns.length;
    }

    /** The frame of a turn; turns are in the order of time, and the first is frame 0. */
    public int turn(int place) {
        return turns[place];
    }

    /** Gathers an index while the frames come. */
    public static final class Builder {
        private long[] atNanos = new long[16];
        private int[] turns = new int[16];
        private int frameCount;
        private int turnCount;
        private @Nullable Frame last;

        /** Begins with the first frames of a story. */
        public static Builder of(FrameIndex index, int frames, Frame last) {
            Builder builder = new Builder();
            builder.atNanos = Arrays.copyOf(index.atNanos, Math.max(frames, 16));
            builder.frameCount = frames;
            while (builder.turnCount < index.turns.length
                    && index.turns[builder.turnCount] < frames) {
                builder.addTurn(index.turns[builder.turnCount]);
            }
            builder.last = last;
            return builder;
        }

        /** Takes the next frame. */
        public void add(Frame frame) {
            if (frameCount == atNanos.length) {
                atNanos = Arrays.copyOf(atNanos, longer(frameCount));
            }
            if (isTurn(last, frame)) {
                addTurn(frameCount);
            }
            atNanos[frameCount++] = frame.atNanos();
            last = frame;
        }

        private void addTurn(int frameIndex) {
            if (turnCount == turns.length) {
                turns = Arrays.copyOf(turns, longer(turnCount));
            }
            turns[turnCount++] = frameIndex;
        }

        private static int longer(int length) {
            return length + length / 2;
        }

        public FrameIndex build() {
            return new FrameIndex(
                    Arrays.copyOf(atNanos, frameCount), Arrays.copyOf(turns, turnCount));
        }
    }

    private static boolean isTurn(@Nullable Frame before, Frame frame) {
        if (before == null || differ(before.a(), frame.a()) || differ(before.b(), frame.b())) {
            return true;
        }
        for (Fact fact : frame.facts()) {
            boolean turns =
                    switch (fact) {
                        case Fact.StateChanged _,
                                Fact.Crashed _,
                                Fact.Rebooted _,
                                Fact.OptionsChanged _ ->
                                true;
                        case Fact.Sent sent -> sent.flight().segment().flags().syn();
                        case Fact.Entered entered -> entered.flight().segment().flags().syn();
                        case Fact.Called _,
                                Fact.OfSegment _,
                                Fact.OfTimer _,
                                Fact.OfMachine _,
                                Fact.FromOutside _ ->
                                false;
                    };
            if (turns) {
                return true;
            }
        }
        return false;
    }

    // Most frames leave the options as they are: the same object.
    @SuppressWarnings("ReferenceEquality")
    private static boolean differ(HostView before, HostView after) {
        if (before.state() != after.state() || before.certainty() != after.certainty()) {
            return true;
        }
        TcpOptions had = before.tcb() == null ? null : before.tcb().options();
        TcpOptions has = after.tcb() == null ? null : after.tcb().options();
        return had != has && !Objects.equals(had, has);
    }
}
