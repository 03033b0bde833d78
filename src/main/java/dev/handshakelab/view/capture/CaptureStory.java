package dev.handshakelab.view.capture;

import dev.handshakelab.capture.CapturedSegment;
import dev.handshakelab.capture.Conversation;
import dev.handshakelab.capture.Inference;
import dev.handshakelab.capture.Inferred;
import dev.handshakelab.capture.Marks;
import dev.handshakelab.capture.Replay;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a capture, and the states that follow from it.
 *
 * @param open what it is part of
 * @param row the connection
 * @param choice where the user says that it was captured
 * @param inferred the story of all connections of the same two sockets
 * @param marks what is worth noticing in it
 * @param machine what the machine of the simulator does in the place of the hosts
 * @param timeline what is drawn, with control blocks where the machine agrees with the hosts
 * @param packets what was captured of each segment, by the id of its flight
 */
public record CaptureStory(
        OpenCapture open,
        ConnectionRow row,
        PlaceChoice choice,
        Inferred inferred,
        Marks marks,
        Replay machine,
        Timeline timeline,
        Map<Long, CapturedSegment> packets) {
    /** Infers the story of a connection; may last. */
    public static CaptureStory of(OpenCapture open, ConnectionRow row, PlaceChoice choice) {
        return of(open, row, choice, Inference.Sources.COMMENTS_TOO);
    }

    /**
     * Infers the story of a connection; may last.
     *
     * @param sources what to go by
     */
    public static CaptureStory of(
            OpenCapture open, ConnectionRow row, PlaceChoice choice, Inference.Sources sources) {
        Conversation conversation = row.connection().conversation();
        Inferred inferred = Inference.of(conversation, choice.in(conversation), sources);
        Replay machine = Replay.of(inferred);
        return new CaptureStory(
                open,
                row,
                choice,
                inferred,
                Marks.of(inferred),
                machine,
                machine.withControlBlocks(),
                packets(inferred));
    }

    /** What the sender's capture has counts more: the receiver's may be a copy. */
    private static Map<Long, CapturedSegment> packets(Inferred inferred) {
        Map<Long, CapturedSegment> packets = new HashMap<>();
        List<Frame> frames = inferred.timeline().frames();
        for (int i = 0; i < frames.size(); i++) {
            Inferred.Evidence behind = inferred.evidence().get(i);
            Flight flight = flight(frames.get(i));
            if (behind != null && flight != null) {
                packets.putIfAbsent(flight.id(), behind.captured());
            }
        }
        return packets;
    }

    private static @Nullable Flight flight(Frame frame) {
        for (Fact fact : frame.facts()) {
            Flight flight = fact.flight();
            if (flight != null) {
                return flight;
            }
        }
        return null;
    }

    /** Whether a capture was made at a host. */
    public boolean isWatched(Side side) {
        return inferred.watched().contains(side);
    }

    /** Whether both ends were captured, each by itself. */
    public boolean hasTwoViews() {
        return row.connection().conversation().views().size() > 1;
    }

    /** What was captured of a segment; null if it was not. */
    public @Nullable CapturedSegment packet(Flight flight) {
        return packets.get(flight.id());
    }

    /** The file that a segment was captured in. */
    public CaptureFile fileOf(CapturedSegment captured) {
        for (CaptureFile file : row.files()) {
            if (has(file.capture().segments(), captured)) {
                return file;
            }
        }
        return row.files().getFirst();
    }

    /** The segments of a file stand in the order of their numbers. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean has(List<CapturedSegment> segments, CapturedSegment wanted) {
        int low = 0;
        int high = segments.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            CapturedSegment there = segments.get(middle);
            if (there.number() == wanted.number()) {
                return there == wanted;
            }
            if (there.number() < wanted.number()) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
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
