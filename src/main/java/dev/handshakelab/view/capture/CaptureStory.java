package dev.handshakelab.view.capture;

import dev.handshakelab.capture.CapturedSegment;
import dev.handshakelab.capture.Inference;
import dev.handshakelab.capture.Inferred;
import dev.handshakelab.timeline.Timeline;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A connection of a capture, and the states that follow from it.
 *
 * @param open what it is part of
 * @param row the connection
 * @param inferred the story of all connections of the same two sockets
 */
public record CaptureStory(OpenCapture open, ConnectionRow row, Inferred inferred) {
    /** Infers the story of a connection; may last. */
    public static CaptureStory of(OpenCapture open, ConnectionRow row) {
        return new CaptureStory(
                open, row, Inference.of(row.connection().conversation()));
    }

    /** What is drawn. */
    public Timeline timeline() {
        return inferred.timeline();
    }

    /** Where this connection begins among those of the same two sockets: just before it. */
    public int firstFrame() {
        if (row.connection().incarnation() == 1) {
            return 0;
        }
        Set<CapturedSegment> own = Collections.newSetFromMap(new IdentityHashMap<>());
        own.addAll(row.connection().segments());
        List<Inferred.Evidence> evidence = inferred.evidence();
        for (int i = 0; i < evidence.size(); i++) {
            Inferred.Evidence behind = evidence.get(i);
            if (behind != null && own.contains(behind.captured())) {
                return Math.max(0, i - 1);
            }
        }
        return 0;
    }
}
