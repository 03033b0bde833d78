package dev.handshakelab.view.export;

import dev.handshakelab.capture.CaptureExport;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;

/** Writes the packets of a run as a pcapng file, which other tools can read. */
public final class PacketExport {
    /** The end of the file's name, with its dot. */
    public static final String ENDING = ".pcapng";

    /** When simulated time begins in a file: 2026-01-01T00:00:00Z; a run has no date of its own. */
    private static final long BEGINS_AT_NANOS = 1_767_225_600_000_000_000L;

    private PacketExport() {}

    /**
     * Writes a file; one that is there already is replaced only once the new one is complete.
     *
     * @param places the hosts at which it shall look captured
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if a host has no IP address, or a segment has no place in an
     *     IP packet
     */
    public static void write(Timeline timeline, Set<Side> places, Path file) throws IOException {
        try (AtomicFile fresh = AtomicFile.create(file)) {
            try (OutputStream out = fresh.open()) {
                write(timeline, places, out);
            }
            fresh.commit();
        }
    }

    /** Writes to a stream, which is neither flushed nor closed. */
    public static void write(Timeline timeline, Set<Side> places, OutputStream out)
            throws IOException {
        CaptureExport.write(timeline, places, BEGINS_AT_NANOS, out);
    }
}
