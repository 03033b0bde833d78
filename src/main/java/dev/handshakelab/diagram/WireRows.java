package dev.handshakelab.diagram;

import dev.handshakelab.timeline.Flight.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of the wire: the frames, followed by the ends of segments that are still under way when
 * the story ends. Also tells in which gap between two rows a segment has its label.
 */
final class WireRows {
    /** From so many ends of segments on, a frame is a burst. */
    private static final int BURST = 4;

    private final Story story;
    private final int[] endRows;
    private final long[] times;

    WireRows(Story story) {
        this.story = story;
        this.endRows = new int[story.travels.size()];
        int frames = story.timeline.frames().size();
        List<Integer> late = new ArrayList<>();
        for (int i = 0; i < endRows.length; i++) {
            endRows[i] = story.travels.get(i).endFrame;
            if (endRows[i] == Story.NEVER) {
                late.add(i);
            }
        }
        late.sort(Comparator.comparingLong(this::lateEnd));
        times = new long[frames + late.size()];
        for (int i = 0; i < frames; i++) {
            times[i] = story.timeline.atNanos(i);
        }
        for (int i = 0; i < late.size(); i++) {
            times[frames + i] = lateEnd(late.get(i));
            endRows[late.get(i)] = frames + i;
        }
    }

    /**
     * When a segment that the story leaves under way ends: after the story, even if the network
     * keeps it.
     */
    private long lateEnd(int travel) {
        long after = story.timeline.endNanos() + 1;
        return switch (story.travels.get(travel).flight.fate()) {
            case Fate.Arrives(long atNanos) -> Math.max(after, atNanos);
            case Fate.Lost(long atNanos) -> Math.max(after, atNanos);
            case Fate.Held() -> after;
        };
    }

    /** The times of all rows. */
    long[] times() {
        return times;
    }

    /** The row in which a segment ends. */
    int endRow(int travel) {
        return endRows[travel];
    }

    /** How much time passes from a row to the next; 0 after the last. */
    long nanosAfter(int row) {
        return row + 1 < times.length ? times[row + 1] - times[row] : 0;
    }

    /** How many segments begin or end in a row. */
    int ends(int row) {
        return row < story.wireRows.length ? story.wireRows[row] : 1;
    }

    /** Whether so much happens in a row that it has to be drawn closer. */
    boolean isBurst(int row) {
        return ends(row) >= BURST;
    }

    /** When a segment is half-way. */
    double middleNanos(int travel) {
        int sent = story.travels.get(travel).sentFrame;
        return ((double) times[sent] + times[endRows[travel]]) / 2;
    }

    /** Whether the network keeps a segment to the end of the story. */
    boolean isHeld(int travel) {
        return story.travels.get(travel).end == DiagramItem.ArrowEnd.HELD;
    }

    /** The row after which a segment has its label: half-way, or where it left if it is held. */
    int gapOf(int travel) {
        int sent = story.travels.get(travel).sentFrame;
        int last = Math.max(sent, endRows[travel] - 1);
        if (isBurst(sent)) {
            // Arrows that leave together fan out: there is more room where they end.
            return last;
        }
        if (isHeld(travel)) {
            // It gets nowhere, and half-way to the end of a long story nobody would look for it.
            return sent;
        }
        int found = Arrays.binarySearch(times, sent, last + 1, (long) middleNanos(travel));
        int row = found >= 0 ? found : -found - 2;
        return Math.clamp(row, sent, last);
    }
}
