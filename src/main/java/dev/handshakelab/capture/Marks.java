package dev.handshakelab.capture;

import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * All marks of a story: of a capture or of a run, found by the same rules from the segments and
 * states alone.
 */
public final class Marks {
    /** A CLOSE-WAIT shorter than this is not worth a mark. */
    public static final long DEFAULT_CLOSE_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final List<Mark> all;
    private final Map<Long, List<Mark>> byFlight;
    private final Map<Integer, List<Mark>> byFrame;

    private Marks(List<Mark> marks) {
        all =
                marks.stream()
                        .sorted(Comparator.comparingInt(Mark::frameIndex).thenComparing(Mark::kind))
                        .toList();
        byFlight =
                all.stream()
                        .filter(mark -> mark.flightId() != 0)
                        .collect(Collectors.groupingBy(Mark::flightId));
        byFrame = all.stream().collect(Collectors.groupingBy(Mark::frameIndex));
    }

    /** The marks of a capture. */
    public static Marks of(Inferred inferred) {
        return of(inferred, DEFAULT_CLOSE_WAIT_NANOS);
    }

    /**
     * The marks of a capture.
     *
     * @param closeWaitNanos from which time on a CLOSE-WAIT is marked
     */
    public static Marks of(Inferred inferred, long closeWaitNanos) {
        MarkScan scan =
                new MarkScan(
                        inferred.timeline(),
                        inferred.watched(),
                        CaptureMarks.copies(inferred),
                        closeWaitNanos);
        List<Mark> marks = scan.run();
        marks.addAll(CaptureMarks.of(inferred));
        return new Marks(marks);
    }

    /** The marks of a run. */
    public static Marks of(Timeline timeline) {
        Set<Side> both = EnumSet.allOf(Side.class);
        return new Marks(new MarkScan(timeline, both, Map.of(), DEFAULT_CLOSE_WAIT_NANOS).run());
    }

    /** All marks, in the order of frames. */
    public List<Mark> all() {
        return all;
    }

    /** The marks of a segment; empty if it has none. */
    public List<Mark> ofFlight(long flightId) {
        return byFlight.getOrDefault(flightId, List.of());
    }

    /** The marks of a frame; empty if it has none. */
    public List<Mark> ofFrame(int frameIndex) {
        return byFrame.getOrDefault(frameIndex, List.of());
    }

    /** How many marks of each kind there are. */
    public Map<Mark.Kind, Integer> summary() {
        return summary(all);
    }

    /**
     * How many marks of each kind there are within a part of the story, such as one connection of a
     * conversation.
     *
     * @param fromNanos since the beginning of the timeline
     * @param toNanos the last moment that counts
     */
    public Map<Mark.Kind, Integer> summary(long fromNanos, long toNanos) {
        return summary(
                all.stream()
                        .filter(mark -> mark.atNanos() >= fromNanos && mark.atNanos() <= toNanos)
                        .toList());
    }

    private static Map<Mark.Kind, Integer> summary(List<Mark> marks) {
        Map<Mark.Kind, Integer> counts = new HashMap<>();
        marks.forEach(mark -> counts.merge(mark.kind(), 1, Integer::sum));
        Map<Mark.Kind, Integer> sorted = new EnumMap<>(Mark.Kind.class);
        sorted.putAll(counts);
        return sorted;
    }
}
