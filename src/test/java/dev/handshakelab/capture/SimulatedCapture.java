package dev.handshakelab.capture;

import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Captures at both hosts of a simulated run.
 *
 * @param views what each host's capture has
 * @param frames for each segment of a view, the frame of the run in which it was captured
 */
record SimulatedCapture(Map<Side, List<CapturedSegment>> views, Map<Side, List<Frame>> frames) {
    private static final long EPOCH_NANOS = 1_767_225_600_000_000_000L;

    static SimulatedCapture of(Timeline timeline) {
        var capture = new SimulatedCapture(new EnumMap<>(Side.class), new EnumMap<>(Side.class));
        for (Side side : Side.values()) {
            capture.views.put(side, new ArrayList<>());
            capture.frames.put(side, new ArrayList<>());
        }
        for (Frame frame : timeline.frames()) {
            for (Fact fact : frame.facts()) {
                if (fact instanceof Fact.Sent(long at, Side side, Flight flight)) {
                    capture.add(timeline, frame, side, flight, at);
                } else if (fact instanceof Fact.Arrived(long at, Side side, Flight flight)) {
                    capture.add(timeline, frame, side, flight, at);
                }
            }
        }
        return capture;
    }

    private void add(Timeline timeline, Frame frame, Side at, Flight flight, long atNanos) {
        List<CapturedSegment> view = views.get(at);
        view.add(
                new CapturedSegment(
                        view.size() + 1,
                        at.ordinal(),
                        EPOCH_NANOS + atNanos,
                        Travel.UNKNOWN,
                        timeline.host(flight.from()).socket(),
                        timeline.host(flight.to()).socket(),
                        flight.segment(),
                        flight.copyOf() == 0 ? flight.id() : flight.copyOf(),
                        0,
                        0,
                        true));
        frames.get(at).add(frame);
    }

    /** What one host, or both, captured. */
    List<Conversation> conversations(Timeline timeline, Side... sides) {
        List<Capture> captures = new ArrayList<>();
        for (Side side : sides) {
            captures.add(
                    new Capture(
                            List.of(), views.get(side), new Capture.Tally(0, 0, 0, 0, 0), null));
        }
        return Conversations.of(captures);
    }
}
