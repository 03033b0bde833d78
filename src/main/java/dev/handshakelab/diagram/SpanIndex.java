package dev.handshakelab.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds the items that reach into a strip: a tree of the lowest edges over items sorted by upper
 * edge, so that a question costs O(log n) for each item found, however long some items are.
 */
final class SpanIndex {
    private final double[] top;
    private final double[] lowest;
    private final int leaves;

    private SpanIndex(double[] top, double[] lowest, int leaves) {
        this.top = top;
        this.lowest = lowest;
        this.leaves = leaves;
    }

    /** An index of items, which must be sorted by their upper edges. */
    static SpanIndex of(List<? extends DiagramItem> items) {
        int leaves = Math.max(1, Integer.highestOneBit(Math.max(1, items.size() * 2 - 1)));
        double[] top = new double[items.size()];
        double[] lowest = new double[leaves * 2];
        Arrays.fill(lowest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < top.length; i++) {
            Box bounds = items.get(i).bounds();
            top[i] = bounds.y();
            lowest[leaves + i] = bounds.bottom();
        }
        for (int node = leaves - 1; node > 0; node--) {
            lowest[node] = Math.max(lowest[2 * node], lowest[2 * node + 1]);
        }
        return new SpanIndex(top, lowest, leaves);
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
