package dev.handshakelab.sim;

import dev.handshakelab.tcp.Flags;
import java.util.Arrays;

/** How many segments with which control bits have passed; immutable. */
public final class SegmentCounts {
    /** Nothing has passed. */
    public static final SegmentCounts NONE = new SegmentCounts(new int[64]);

    private final int[] byBits;

    private SegmentCounts(int[] byBits) {
        this.byBits = byBits;
    }

    /** These counts and one more segment. */
    SegmentCounts plus(Flags flags) {
        int[] next = byBits.clone();
        next[flags.bits()]++;
        return new SegmentCounts(next);
    }

    /** How many segments had all these bits on, whatever the others. */
    public int having(Flags flags) {
        int sum = 0;
        for (int bits = 0; bits < byBits.length; bits++) {
            if ((bits & flags.bits()) == flags.bits()) {
                sum += byBits[bits];
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentCounts that && Arrays.equals(byBits, that.byBits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byBits);
    }

    @Override
    public String toString() {
        return Arrays.toString(byBits);
    }
}
