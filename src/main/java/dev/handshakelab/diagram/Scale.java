package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.ArrowEnd;
import java.util.Arrays;
import java.util.List;

/**
 * How much room time gets. The usual one-way delay of the story gets a fixed height; much longer
 * times grow only with their logarithm and are marked as squeezed, unless true scale is asked for.
 */
final class Scale {
    private static final double DELAY_EM = 3.4;
    private static final double LINEAR_DELAYS = 1.5;
    private static final double LOG_EM = 1.3;
    private static final double MOST_EM = 8;
    private static final double BREAK_DELAYS = 6;
    private static final double TRUE_SCALE_MOST_EM = 3000;

    private final double em;
    private final double unitNanos;
    private final boolean trueScale;
    private final double truePxPerNano;

    Scale(List<Story.Travel> travels, long[] times, boolean trueScale, double em) {
        this.em = em;
        this.trueScale = trueScale;
        this.unitNanos = usualDelay(travels, times);
        double total = Math.max(1, (double) times[times.length - 1] - times[0]);
        this.truePxPerNano = Math.min(DELAY_EM * em / unitNanos, TRUE_SCALE_MOST_EM * em / total);
    }

    private static double usualDelay(List<Story.Travel> travels, long[] times) {
        long[] delays =
                travels.stream()
                        .filter(travel -> travel.end == ArrowEnd.ARRIVES)
                        .mapToLong(
                                travel -> travel.flight.endsAtNanos() - travel.flight.sentAtNanos())
                        .filter(delay -> delay > 0)
                        .toArray();
        if (delays.length == 0) {
            delays = steps(times);
        }
        Arrays.sort(delays);
        return delays.length == 0 ? 1 : delays[delays.length / 2];
    }

    private static long[] steps(long[] times) {
        long[] steps = new long[Math.max(0, times.length - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[i + 1] - times[i];
        }
        return Arrays.stream(steps).filter(step -> step > 0).toArray();
    }

    /** The height that a time would like to have, px. */
    double height(long nanos) {
        if (trueScale) {
            return nanos * truePxPerNano;
        }
        double delays = nanos / unitNanos;
        if (delays <= LINEAR_DELAYS) {
            return delays * DELAY_EM * em;
        }
        double extra = LOG_EM * Math.log(delays / LINEAR_DELAYS);
        return Math.min(MOST_EM, LINEAR_DELAYS * DELAY_EM + extra) * em;
    }

    /** Whether so long a time is squeezed so much that the picture must say so. */
    boolean isSqueezed(long nanos) {
        return !trueScale && nanos / unitNanos > BREAK_DELAYS;
    }
}
