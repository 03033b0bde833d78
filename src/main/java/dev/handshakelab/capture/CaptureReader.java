package dev.handshakelab.capture;

import dev.handshakelab.capture.CaptureProblem.Kind;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads captures: the classic format (micro- and nanoseconds, both byte orders) and pcapng, either
 * as they are or compressed by gzip.
 */
public final class CaptureReader {
    /** How many segments are kept if nothing else is said. */
    public static final int DEFAULT_MAX_SEGMENTS = 8_000_000;

    private CaptureReader() {}

    /** Reads a capture to its end, or to where it cannot be read any further. */
    public static Capture read(InputStream file) {
        return read(file, ReadingObserver.PATIENT, DEFAULT_MAX_SEGMENTS);
    }

    /**
     * Reads a capture to its end, or to where it cannot be read any further; never throws, whatever
     * the file says. Does not close the stream.
     *
     * @param observer is told of progress and may cancel
     * @param maxSegments how many segments to keep at most
     */
    public static Capture read(InputStream file, ReadingObserver observer, int maxSegments) {
        List<CaptureInterface> interfaces = new ArrayList<>();
        @Nullable SegmentCollector collector = null;
        @Nullable CaptureProblem problem = null;
        try {
            CaptureInput input = new CaptureInput(file);
            collector = new SegmentCollector(input, observer, maxSegments);
            readAny(input, interfaces, collector);
        } catch (StoppedException stopped) {
            problem = stopped.problem();
        }
        return collector == null
                ? new Capture(interfaces, List.of(), new Capture.Tally(0, 0, 0, 0, 0), problem)
                : new Capture(interfaces, collector.segments(), collector.tally(), problem);
    }

    private static void readAny(
            CaptureInput input, List<CaptureInterface> interfaces, RawPacket.Sink sink)
            throws StoppedException {
        byte[] magic = new byte[4];
        int read = input.read(magic, 4);
        if (read == 0) {
            throw new StoppedException(Kind.EMPTY, 0);
        }
        if (read < 4) {
            throw new StoppedException(Kind.TRUNCATED, read, 0);
        }
        if (input.word(magic, 0) == PcapngReader.SECTION) {
            new PcapngReader(input, interfaces).read(sink);
            return;
        }
        for (boolean bigEndian : new boolean[] {true, false}) {
            input.setBigEndian(bigEndian);
            long value = input.word(magic, 0);
            if (value == PcapReader.MAGIC_MICROS || value == PcapReader.MAGIC_NANOS) {
                new PcapReader(input, value == PcapReader.MAGIC_NANOS, interfaces).read(sink);
                return;
            }
        }
        input.setBigEndian(true);
        throw new StoppedException(Kind.UNKNOWN_FORMAT, 0, input.word(magic, 0));
    }
}
