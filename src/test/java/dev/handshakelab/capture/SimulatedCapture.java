package dev.handshakelab.capture;

import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * A simulated run, written as a capture and read again.
 *
 * @param places the hosts at which it is captured
 * @param file as it stands on the disk
 * @param capture what was read
 * @param packets what was written, in the order of the file
 */
record SimulatedCapture(
        Set<Side> places, byte[] file, Capture capture, List<CaptureExport.Packet> packets) {
    static final long EPOCH_NANOS = 1_767_225_600_000_000_000L;

    static SimulatedCapture of(Timeline timeline, Set<Side> places) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            CaptureExport.write(timeline, places, EPOCH_NANOS, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = file.toByteArray();
        Capture capture = CaptureReader.read(new ByteArrayInputStream(bytes));
        return new SimulatedCapture(
                places, bytes, capture, CaptureExport.packets(timeline, places));
    }

    /** The frame of the run in which a packet was captured. */
    Frame frame(CapturedSegment captured) {
        return packets.get(captured.number() - 1).frame();
    }

    /** Whether a packet is the last of its host in a frame of the run. */
    boolean isLastOfFrame(CapturedSegment captured) {
        CaptureExport.Packet packet = packets.get(captured.number() - 1);
        return packets.subList(captured.number(), packets.size()).stream()
                .noneMatch(later ->
                        later.at() == packet.at()
                                && later.frame().index() == packet.frame().index());
    }
}
