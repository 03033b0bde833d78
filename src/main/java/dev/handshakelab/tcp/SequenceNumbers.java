package dev.handshakelab.tcp;

/**
 * Arithmetic on sequence numbers: 32-bit numbers on a circle, kept in an {@code int} (RFC 9293,
 * 3.4).
 *
 * <p>"Less than" means "less than half a turn behind"; it is undefined at a distance of exactly
 * 2^31, which windows below 2^30 never reach (RFC 7323, 2.3).
 */
public final class SequenceNumbers {
    private SequenceNumbers() {}

    /** Whether {@code a} comes before {@code b}. */
    public static boolean lt(int a, int b) {
        return a - b < 0;
    }

    /** Whether {@code a} comes before {@code b} or is {@code b}. */
    public static boolean le(int a, int b) {
        return a == b || lt(a, b);
    }

    /** Whether {@code a} comes after {@code b}. */
    public static boolean gt(int a, int b) {
        return lt(b, a);
    }

    /** Whether {@code a} comes after {@code b} or is {@code b}. */
    public static boolean ge(int a, int b) {
        return le(b, a);
    }

    /** The later of two numbers. */
    public static int max(int a, int b) {
        return lt(a, b) ? b : a;
    }

    /** The earlier of two numbers. */
    public static int min(int a, int b) {
        return lt(a, b) ? a : b;
    }

    /**
     * Whether {@code number} lies in {@code [left, left + size)}.
     *
     * @param size number of octets, read as unsigned; nothing lies in a window of 0
     */
    public static boolean inWindow(int number, int left, int size) {
        return Integer.compareUnsigned(number - left, size) < 0;
    }

    /** The number as people write it, 0 to 4294967295. */
    public static long toUnsigned(int number) {
        return Integer.toUnsignedLong(number);
    }

    /** The number with the 32 low bits of {@code value}. */
    public static int of(long value) {
        return (int) value;
    }
}
