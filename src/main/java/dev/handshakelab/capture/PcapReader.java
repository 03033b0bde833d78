package dev.handshakelab.capture;

import dev.handshakelab.capture.CaptureProblem.Kind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Reads the classic format: a header of 24 octets, then packets with 16 octets each before them.
 */
final class PcapReader {
    static final long MAGIC_MICROS = 0xa1b2c3d4L;
    static final long MAGIC_NANOS = 0xa1b23c4dL;

    private static final int REST_OF_FILE_HEADER = 20;
    private static final int PACKET_HEADER = 16;

    private final CaptureInput input;
    private final boolean nanos;
    private final List<CaptureInterface> interfaces;

    /** The magic number has been read, and the byte order is set by it. */
    PcapReader(CaptureInput input, boolean nanos, List<CaptureInterface> interfaces) {
        this.input = input;
        this.nanos = nanos;
        this.interfaces = interfaces;
    }

    /** Reads all packets. */
    void read(RawPacket.Sink sink) throws StoppedException {
        byte[] header = new byte[REST_OF_FILE_HEADER];
        input.readFully(header, REST_OF_FILE_HEADER, 0);
        // The high bits of the last word speak of frame check sequences.
        int linkType = (int) (input.word(header, 16) & 0xffff);
        long units = nanos ? CaptureInterface.NANOS_PER_SECOND : CaptureInterface.MICROS;
        long snap = input.word(header, 12);
        interfaces.add(new CaptureInterface(linkType, "", units, 0, snap, Set.of()));
        byte[] bytes = new byte[RawPacket.MAX_KEPT];
        while (readPacket(sink, linkType, header, bytes)) {
            // the sink has it
        }
    }

    private boolean readPacket(RawPacket.Sink sink, int linkType, byte[] header, byte[] bytes)
            throws StoppedException {
        long recordAt = input.position();
        int read = input.read(header, PACKET_HEADER);
        if (read == 0) {
            return false;
        }
        if (read < PACKET_HEADER) {
            throw new StoppedException(Kind.TRUNCATED, input.position(), recordAt);
        }
        long captured = input.word(header, 8);
        if (captured > RawPacket.MAX_OCTETS) {
            throw new StoppedException(Kind.PACKET_LENGTH, recordAt + 8, captured);
        }
        long fileOffset = input.position();
        int kept = (int) Math.min(captured, bytes.length);
        input.readFully(bytes, kept, recordAt);
        input.skip(captured - kept, recordAt);
        long fraction = input.word(header, 4);
        long atNanos =
                TimeUnit.SECONDS.toNanos(input.word(header, 0))
                        + (nanos ? fraction : fraction * 1000);
        long wireOctets = Math.max(captured, input.word(header, 12));
        sink.accept(
                new RawPacket(
                        0,
                        linkType,
                        atNanos,
                        bytes,
                        kept,
                        (int) captured,
                        wireOctets,
                        fileOffset,
                        Travel.UNKNOWN,
                        null));
        return true;
    }
}
