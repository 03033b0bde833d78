package dev.handshakelab.sim;

/**
 * Random numbers as a pure function of a state (SplitMix64): the same state always gives the same
 * numbers.
 */
final class LinkRandom {
    private long state;

    LinkRandom(long state) {
        this.state = state;
    }

    /** The state from which the same numbers would follow. */
    long state() {
        return state;
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** A whole number from 0 to {@code max}, both included; needs no random number if that is 0. */
    long upTo(long max) {
        return max <= 0 ? 0 : Long.remainderUnsigned(next(), max + 1);
    }

    /** True with this probability; one that is 0 or 1 needs no random number. */
    boolean happens(double probability) {
        if (probability <= 0 || probability >= 1) {
            return probability >= 1;
        }
        return (next() >>> 11) * 0x1.0p-53 < probability;
    }
}
