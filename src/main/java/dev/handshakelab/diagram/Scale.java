package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.ArrowEnd;
import java.util.Arrays;
import java.util.List;

/**
 * How much room time gets. The usual one-way delay of the story gets a fixed height; much longer
 * times grow only with their logarithm and are marked as squeezed, unless true scale is asked for.
 */
final class Scale {
    /**
     * How steep the arrows of usual segments are: their height in proportion to the wire's width.
     */
    private static final double SLOPE = 0.1;

    private static final double LEAST_DELAY_EM = 3.4;
    private static final double MOST_DELAY_EM = 4.2;
    private static final double LINEAR_DELAYS = 1.5;
    private static final double LOG_EM = 1;
    private static final double MOST_EM = 7;
    private static final double BREAK_DELAYS = 6;

    /** The height of squeezed time: its length is written there. */
    private static final double BREAK_EM = 4.4;

    private static final double BREAK_LOG_EM = 0.2;
    private static final double TRUE_SCALE_MOST_EM = 3000;

    private final double em;
    private final double delayEm;
    private final double unitNanos;
    private final boolean trueScale;
    private final double truePxPerNano;

    Scale(List<Story.Travel> travels, long[] times, boolean trueScale, double wirePx, double em) {
        this.em = em;
        this.delayEm = Math.clamp(SLOPE * wirePx / em, LEAST_DELAY_EM, MOST_DELAY_EM);
        this.trueScale = trueScale;
        this.unitNanos = usualDelay(travels, times);
        double total = Math.max(1, (double) times[times.length - 1] - times[0]);
        this.truePxPerNano = Math.min(delayEm * em / unitNanos, TRUE_SCALE_MOST_EM * em / total);
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
            return delays * delayEm * em;
        }
        if (delays > BREAK_DELAYS) {
            double longer = BREAK_LOG_EM * Math.log(delays / BREAK_DELAYS);
            return Math.min(MOST_EM, BREAK_EM + longer) * em;
        }
        double extra = LOG_EM * Math.log(delays / LINEAR_DELAYS);
        return (LINEAR_DELAYS * delayEm + extra) * em;
    }

    /** Whether so long a time is squeezed so much that the picture must say so. */
    boolean isSqueezed(long nanos) {
        return !trueScale && nanos / unitNanos > BREAK_DELAYS;
    }
}
