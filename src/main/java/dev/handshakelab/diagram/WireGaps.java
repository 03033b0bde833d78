package dev.handshakelab.diagram;

import java.util.Arrays;
import java.util.Comparator;

/** Which segments have their labels in the gap after a row, from top to bottom. */
final class WireGaps {
    /** Where the segments of each gap begin in {@link #travels}; one more than there are rows. */
    private final int[] starts;

    private final int[] travels;

    WireGaps(WireRows rows, int count) {
        int[] gapOf = new int[count];
        starts = new int[rows.times().length + 1];
        for (int i = 0; i < count; i++) {
            Interruption.check(i);
            gapOf[i] = rows.gapOf(i);
            starts[gapOf[i] + 1]++;
        }
        for (int row = 1; row < starts.length; row++) {
            starts[row] += starts[row - 1];
        }
        int[] next = Arrays.copyOf(starts, starts.length);
        travels = new int[count];
        for (int i = 0; i < count; i++) {
            travels[next[gapOf[i]]++] = i;
        }
        for (int row = 0; row + 1 < starts.length; row++) {
            if (size(row) > 1) {
                sort(row, rows);
            }
        }
    }

    private void sort(int row, WireRows rows) {
        int from = starts[row];
        Integer[] gap = new Integer[size(row)];
        Arrays.setAll(gap, place -> travels[from + place]);
        Comparator<Integer> byMiddle = Comparator.comparingDouble(rows::middleNanos);
        Arrays.sort(gap, byMiddle.thenComparing(Comparator.naturalOrder()));
        for (int place = 0; place < gap.length; place++) {
            travels[from + place] = gap[place];
        }
    }

    /** How many segments have their labels in a gap. */
    int size(int row) {
        return starts[row + 1] - starts[row];
    }

    /** One of these segments. */
    int travel(int row, int place) {
        return travels[starts[row] + place];
    }

    /** The place of a segment in its gap; -1 if it is not there. */
    int placeOf(int row, int travel) {
        for (int place = 0; place < size(row); place++) {
            if (travel(row, place) == travel) {
                return place;
            }
        }
        return -1;
    }
}
