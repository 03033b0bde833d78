package dev.handshakelab.diagram;

import dev.handshakelab.diagram.SequenceStrip.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds rows for the labels under a strip: no two overlap, no line runs through a label as far as
 * that can be had, and there are as few rows as possible. There are at most five marks, so that all
 * ways can be tried.
 */
final class MarkRows {
    private static final double NEAR_PX = 0.5;
    private static final int OVERLAP_COST = 10_000;
    private static final int CROSSING_COST = 1_000;
    private static final int ROW_COST = 20;

    private final List<Mark> marks;
    private final double gapPx;
    private final int[] rows;
    private int[] bestRows;
    private int leastCost = Integer.MAX_VALUE;

    /**
     * For marks whose rows do not matter yet.
     *
     * @param gapPx the least distance of two labels in a row
     */
    MarkRows(List<Mark> marks, double gapPx) {
        this.marks = marks;
        this.gapPx = gapPx;
        this.rows = new int[marks.size()];
        this.bestRows = rows.clone();
    }

    /** The marks, each on its row. */
    List<Mark> best() {
        choose(0, 0, 0);
        List<Mark> placed = new ArrayList<>();
        for (int i = 0; i < bestRows.length; i++) {
            placed.add(marks.get(i).onRow(bestRows[i]));
        }
        return placed;
    }

    /** Tries all rows for the marks from an index on; {@code cost} is that of those before. */
    private void choose(int index, int cost, int highest) {
        int all = cost + ROW_COST * highest;
        if (all >= leastCost) {
            return;
        }
        if (index == rows.length) {
            leastCost = all;
            bestRows = rows.clone();
            return;
        }
        for (int row = 0; row < rows.length; row++) {
            rows[index] = row;
            int added = row;
            for (int other = 0; other < index; other++) {
                added += cost(index, other);
            }
            choose(index + 1, cost + added, Math.max(highest, row));
        }
    }

    private int cost(int one, int other) {
        Mark first = marks.get(one);
        Mark second = marks.get(other);
        if (rows[one] == rows[other]) {
            boolean apart =
                    first.labelX() >= second.labelEnd() + gapPx
                            || second.labelX() >= first.labelEnd() + gapPx;
            // Of two labels in a row, neither may lie on the line of the other.
            return apart ? crossing(first, second) + crossing(second, first) : OVERLAP_COST;
        }
        return rows[one] < rows[other] ? crossing(first, second) : crossing(second, first);
    }

    /** The cost of a line that runs down through, or beside, a label. */
    private static int crossing(Mark label, Mark line) {
        boolean crosses =
                label.labelX() - NEAR_PX < line.x() && line.x() < label.labelEnd() + NEAR_PX;
        return crosses ? CROSSING_COST : 0;
    }
}
