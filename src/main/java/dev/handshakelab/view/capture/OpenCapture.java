package dev.handshakelab.view.capture;

import dev.handshakelab.capture.Capture;
import dev.handshakelab.capture.Connection;
import dev.handshakelab.capture.Connections;
import dev.handshakelab.capture.Conversation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is open: one capture, or the two that were made at the two ends at the same time.
 *
 * @param files one or two
 * @param rows all connections in the order of their start
 * @param isPair whether the two belong together: they have a connection in common
 */
public record OpenCapture(List<CaptureFile> files, List<ConnectionRow> rows, boolean isPair) {
    public OpenCapture {
        files = List.copyOf(files);
        rows = List.copyOf(rows);
    }

    /** Finds the connections of one or two captures. */
    public static OpenCapture of(List<CaptureFile> files) {
        List<Capture> captures = files.stream().map(CaptureFile::capture).toList();
        if (files.size() == 1) {
            return new OpenCapture(files, numbered(Connections.of(captures), files), false);
        }
        List<Connection> together = Connections.of(captures);
        boolean isPair = belongTogether(captures, together);
        if (isPair) {
            return new OpenCapture(files, numbered(together, files), true);
        }
        // Read as one, each would seem to have lost all that the other has not got.
        List<ConnectionRow> rows = new ArrayList<>();
        for (CaptureFile file : files) {
            rows.addAll(numbered(Connections.of(List.of(file.capture())), List.of(file)));
        }
        rows.sort(Comparator.comparingLong(ConnectionRow::startNanos));
        List<ConnectionRow> inOrder = new ArrayList<>();
        for (ConnectionRow row : rows) {
            inOrder.add(
                    new ConnectionRow(
                            inOrder.size() + 1, row.connection(), row.incarnations(), row.files()));
        }
        return new OpenCapture(files, inOrder, false);
    }

    /** Two captures with nothing in common belong together only if one of them is empty. */
    private static boolean belongTogether(List<Capture> captures, List<Connection> together) {
        return captures.stream().anyMatch(capture -> capture.segments().isEmpty())
                || together.stream()
                        .anyMatch(connection ->
                                connection.conversation().views().stream()
                                        .noneMatch(List::isEmpty));
    }

    private static List<ConnectionRow> numbered(
            List<Connection> connections, List<CaptureFile> files) {
        Map<Conversation, Integer> counts = new IdentityHashMap<>();
        connections.forEach(one -> counts.merge(one.conversation(), 1, Integer::sum));
        List<ConnectionRow> rows = new ArrayList<>(connections.size());
        for (Connection one : connections) {
            int incarnations = counts.getOrDefault(one.conversation(), 1);
            rows.add(new ConnectionRow(rows.size() + 1, one, incarnations, files));
        }
        return rows;
    }

    /** How many packets of what kind, in all files together. */
    public Capture.Tally tally() {
        long[] sums = new long[5];
        for (CaptureFile file : files) {
            Capture.Tally tally = file.capture().tally();
            sums[0] += tally.packets();
            sums[1] += tally.segments();
            sums[2] += tally.fragments();
            sums[3] += tally.malformed();
            sums[4] += tally.others();
        }
        return new Capture.Tally(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    /** Whether two files were opened that say nothing about each other. */
    public boolean areStrangers() {
        return files.size() > 1 && !isPair;
    }
}
