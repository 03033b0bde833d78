package dev.handshakelab.capture;

import java.math.BigInteger;
import java.util.Set;

/**
 * Where packets were captured.
 *
 * @param linkType the type of the first header, as tcpdump.org numbers them
 * @param name as the file gives it; empty if it does not
 * @param unitsPerSecond resolution of its times
 * @param offsetSeconds to be added to its times
 * @param snapOctets how much of a packet was kept; 0 for all
 * @param addresses IP addresses of the device, as the file gives them
 */
public record CaptureInterface(
        int linkType,
        String name,
        long unitsPerSecond,
        long offsetSeconds,
        long snapOctets,
        Set<String> addresses) {
    public CaptureInterface {
        addresses = Set.copyOf(addresses);
    }

    static final long MICROS = 1_000_000;

    static final long NANOS_PER_SECOND = 1_000_000_000;

    /** The year 2106, where the classic format ends; differences of such times do not overflow. */
    private static final long MAX_SECONDS = 0xffff_ffffL;

    /** Converts a time of this interface, an unsigned number; absurd ones end up at the limit. */
    long toNanos(long units) {
        long seconds = Long.divideUnsigned(units, unitsPerSecond);
        long rest = Long.remainderUnsigned(units, unitsPerSecond);
        long nanos =
                unitsPerSecond <= Integer.MAX_VALUE
                        ? rest * NANOS_PER_SECOND / unitsPerSecond
                        : BigInteger.valueOf(rest)
                                .multiply(BigInteger.valueOf(NANOS_PER_SECOND))
                                .divide(BigInteger.valueOf(unitsPerSecond))
                                .longValueExact();
        // More than half of the range of unsigned numbers looks negative.
        long limited = seconds < 0 ? MAX_SECONDS : Math.min(seconds, MAX_SECONDS);
        long offset = Math.clamp(offsetSeconds, -MAX_SECONDS, MAX_SECONDS);
        long shifted = Math.clamp(limited + offset, 0, MAX_SECONDS);
        return shifted * NANOS_PER_SECOND + nanos;
    }
}
