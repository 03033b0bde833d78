package dev.handshakelab.sim;

/** Virtual time. */
final class Clock {
    private Clock() {}

    /** The time {@code nanos} after {@code from}; the end of time instead of an overflow. */
    static long later(long from, long nanos) {
        long sum = from + nanos;
        return sum < from && nanos >= 0 ? Long.MAX_VALUE : sum;
    }
}
