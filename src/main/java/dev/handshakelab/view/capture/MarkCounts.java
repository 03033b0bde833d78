package dev.handshakelab.view.capture;

import dev.handshakelab.capture.CapturedSegment;
import dev.handshakelab.capture.Conversation;
import dev.handshakelab.capture.Inference;
import dev.handshakelab.capture.Inferred;
import dev.handshakelab.capture.Mark;
import dev.handshakelab.capture.Mark.Severity;
import dev.handshakelab.capture.Marks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** How many warnings and problems each connection has; found one after the other. */
public final class MarkCounts {
    static final int UNKNOWN = -1;

    private static final int BETWEEN_REPORTS = 64;

    /** Written by the work, read by the window: a number that comes late does no harm. */
    private final int[] counts;

    private final OpenCapture open;

    public MarkCounts(OpenCapture open) {
        this.open = open;
        this.counts = new int[open.rows().size() + 1];
        Arrays.fill(counts, UNKNOWN);
    }

    /** The number of a row; {@link #UNKNOWN} as long as nobody has looked. */
    int of(ConnectionRow row) {
        return row.number() < counts.length ? counts[row.number()] : UNKNOWN;
    }

    /**
     * Looks at all connections.
     *
     * @param report is told how far it is, 0 to 1; false: nobody wants to know any more
     */
    public void find(DoublePredicate report) {
        Map<Conversation, List<ConnectionRow>> rows = new IdentityHashMap<>();
        List<Conversation> order = new ArrayList<>();
        for (ConnectionRow row : open.rows()) {
            rows.computeIfAbsent(
                            row.connection().conversation(),
                            conversation -> {
                                order.add(conversation);
                                return new ArrayList<>(1);
                            })
                    .add(row);
        }
        for (int i = 0; i < order.size(); i++) {
            if (i % BETWEEN_REPORTS == 0 && !report.test((double) i / order.size())) {
                return;
            }
            count(rows.getOrDefault(order.get(i), List.of()), order.get(i));
        }
    }

    private void count(List<ConnectionRow> rows, Conversation conversation) {
        Inferred inferred = Inference.of(conversation);
        int[] found = new int[rows.size()];
        for (Mark mark : Marks.of(inferred).all()) {
            if (mark.severity() != Severity.NOTE) {
                found[place(rows, inferred, mark)]++;
            }
        }
        for (int i = 0; i < found.length; i++) {
            counts[rows.get(i).number()] = found[i];
        }
    }

    /** Which of the connections of the same two sockets a mark belongs to. */
    private static int place(List<ConnectionRow> rows, Inferred inferred, Mark mark) {
        Inferred.Evidence evidence = inferred.evidence().get(mark.frameIndex());
        if (evidence == null) {
            return 0;
        }
        CapturedSegment captured = evidence.captured();
        int place = 0;
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).startNanos() <= captured.atNanos()) {
                place = i;
            }
        }
        return place;
    }
}
