package dev.handshakelab.view.capture;

import dev.handshakelab.capture.Connection;
import java.util.List;

/**
 * A line of the list of connections.
 *
 * @param number its place in the order of time, from 1
 * @param connection what was captured
 * @param incarnations how many connections used the same pair of sockets
 * @param files the files that it was captured in: one, or those of both ends
 */
public record ConnectionRow(
        int number, Connection connection, int incarnations, List<CaptureFile> files) {
    public ConnectionRow {
        files = List.copyOf(files);
    }

    /** When it began, counted from the first one, is for the list to say. */
    long startNanos() {
        return connection.startNanos();
    }

    /** Address and port of A. */
    public String socketA() {
        return connection.conversation().a().toString();
    }

    /** Address and port of B. */
    public String socketB() {
        return connection.conversation().b().toString();
    }
}
