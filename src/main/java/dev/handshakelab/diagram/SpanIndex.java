package dev.handshakelab.diagram;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds the items that reach into a strip: a tree of the lowest edges over items sorted by upper
 * edge, so that a question costs O(log n) for each item found, however long some items are.
 */
final class SpanIndex {
    private final int[] top;
    private final int[] lowest;
    private final int leaves;

    /**
     * An index of items.
     *
     * @param top their upper edges, whole px, sorted
     * @param bottom their lower edges, whole px
     */
    SpanIndex(int[] top, int[] bottom) {
        this.top = top;
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, top.length * 2 - 1)));
        lowest = new int[leaves * 2];
        Arrays.fill(lowest, Integer.MIN_VALUE);
        System.arraycopy(bottom, 0, lowest, leaves, bottom.length);
        for (int node = leaves - 1; node > 0; node--) {
            lowest[node] = Math.max(lowest[2 * node], lowest[2 * node + 1]);
        }
    }

    /**
     * Calls back with the place of each item that reaches into the strip, edges included, in order.
     */
    void query(double fromY, double toY, IntConsumer found) {
        visit(1, 0, leaves, fromY, endOf(toY), found);
    }

    private void visit(int node, int first, int count, double fromY, int end, IntConsumer found) {
        if (first >= end || lowest[node] < fromY) {
            return;
        }
        if (count == 1) {
            found.accept(first);
            return;
        }
        int half = count / 2;
        visit(2 * node, first, half, fromY, end, found);
        visit(2 * node + 1, first + half, half, fromY, end, found);
    }

    /** The place of the first item that reaches to a height or below; -1 if none does. */
    int firstReaching(double y) {
        if (lowest[1] < y) {
            return -1;
        }
        int node = 1;
        while (node < leaves) {
            node = lowest[2 * node] >= y ? 2 * node : 2 * node + 1;
        }
        return node - leaves;
    }

    /** How many items begin at or above a height. */
    private int endOf(double y) {
        int low = 0;
        int high = top.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (top[middle] <= y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
