package dev.handshakelab.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds.
 *
 * @param interfaces where packets were captured
 * @param segments all TCP segments in the order of the file
 * @param tally how many packets of what kind there were
 * @param problem why reading stopped before the end; null if it did not
 */
public record Capture(
        List<CaptureInterface> interfaces,
        List<CapturedSegment> segments,
        Tally tally,
        @Nullable CaptureProblem problem) {
    public Capture {
        interfaces = List.copyOf(interfaces);
        segments = List.copyOf(segments);
    }

    /**
     * How many packets of what kind.
     *
     * @param packets all of them
     * @param segments whole headers of TCP
     * @param fragments parts of IP packets, which are not put together
     * @param malformed those whose headers are cut or contradict themselves
     * @param others not TCP over IP, or a link layer that is not known
     */
    public record Tally(long packets, long segments, long fragments, long malformed, long others) {}
}
