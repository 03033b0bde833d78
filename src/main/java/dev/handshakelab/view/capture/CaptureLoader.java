package dev.handshakelab.view.capture;

import dev.handshakelab.capture.Capture;
import dev.handshakelab.capture.CaptureReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads capture files, and tells them from scenarios by their first octets. */
public final class CaptureLoader {
    private static final int GZIP = 0x1f8b;

    /** The first four octets of the classic formats and of pcapng, as they stand in the file. */
    private static final Set<Integer> MAGICS =
            Set.of(0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0x0a0d0d0a);

    private CaptureLoader() {}

    /** Is told how far reading has come, and says whether to go on. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * Reading has come to here.
         *
         * @param fraction of all octets, 0 to 1
         * @param packets how many were found so far
         * @return whether to go on
         */
        boolean at(double fraction, long packets);
    }

    /**
     * Whether a file is to be read as a capture: by its first octets, and if it has none of those
     * that are known, by its name.
     */
    public static boolean isCapture(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            int word = 0;
            for (int i = 0; i < 4; i++) {
                word = word << 8 | (i < start.length ? start[i] & 0xff : 0);
            }
            return MAGICS.contains(word) || word >>> 16 == GZIP || isNamedSo(file);
        }
    }

    private static boolean isNamedSo(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(".pcap", ".pcapng", ".cap").anyMatch(name::endsWith);
    }

    /**
     * Reads one file, or the two of both ends; may last. What stopped reading is in the captures.
     *
     * @throws IOException if a file cannot be opened
     */
    public static OpenCapture load(List<Path> paths, Watcher watcher) throws IOException {
        long total = 0;
        for (Path path : paths) {
            total += Files.size(path);
        }
        List<CaptureFile> files = new ArrayList<>();
        long octetsBefore = 0;
        long packetsBefore = 0;
        for (Path path : paths) {
            double all = Math.max(1, total);
            long octetsDone = octetsBefore;
            long packetsDone = packetsBefore;
            try (InputStream in = Files.newInputStream(path)) {
                Capture capture =
                        CaptureReader.read(
                                in,
                                (octets, packets) ->
                                        watcher.at(
                                                (octetsDone + octets) / all, packetsDone + packets),
                                CaptureReader.DEFAULT_MAX_SEGMENTS);
                files.add(new CaptureFile(path, capture));
                packetsBefore += capture.tally().packets();
            }
            octetsBefore += Files.size(path);
        }
        return OpenCapture.of(files);
    }
}
