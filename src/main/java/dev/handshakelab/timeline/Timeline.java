package dev.handshakelab.timeline;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole story: two hosts and the frames in the order of time. Two stories are equal only if they
 * are the same object: all that holds a story compares it with the next one, and two long ones that
 * begin alike are not compared in no time. Compare their {@link #frames} to know more.
 */
public final class Timeline {
    private final HostInfo hostA;
    private final HostInfo hostB;
    private final FrameList frames;

    /**
     * A story.
     *
     * @param hostA the left host
     * @param hostB the right host
     * @param frames at least one; their times never go back
     */
    public Timeline(HostInfo hostA, HostInfo hostB, List<Frame> frames) {
        this.hostA = hostA;
        this.hostB = hostB;
        this.frames = FrameList.of(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("no frame");
        }
    }

    /** The left host. */
    public HostInfo hostA() {
        return hostA;
    }

    /** The right host. */
    public HostInfo hostB() {
        return hostB;
    }

    /** All frames, at least one; a list that never changes. */
    public List<Frame> frames() {
        return frames;
    }

    public HostInfo host(Side side) {
        return side == Side.A ? hostA : hostB;
    }

    public Frame frame(int index) {
        return frames.get(index);
    }

    public int lastIndex() {
        return frames.size() - 1;
    }

    /** The times and the turns of all frames. */
    public FrameIndex index() {
        return frames.index();
    }

    /** The turns: see {@link FrameIndex}. They are looked up while one walks through them. */
    public List<Frame> turns() {
        FrameIndex index = index();
        return new AbstractList<>() {
            @Override
            public Frame get(int place) {
                return frame(index.turn(place));
            }

            @Override
            public int size() {
                return index.turns();
            }
        };
    }

    /** When a frame happens, in nanoseconds since the beginning. */
    public long atNanos(int frameIndex) {
        return index().atNanos(frameIndex);
    }

    /** When the last frame happens, in nanoseconds since the beginning. */
    public long endNanos() {
        return atNanos(lastIndex());
    }

    /** The index of the last frame that has happened at a time; 0 before the first. */
    public int indexAt(long atNanos) {
        int low = 0;
        int high = lastIndex();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (atNanos(middle) <= atNanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** All flights with the fate they met in the end, in the order of departure. */
    public List<Flight> flights() {
        Map<Long, Flight> flights = new LinkedHashMap<>();
        for (Frame frame : frames) {
            for (Fact fact : frame.facts()) {
                switch (fact) {
                    case Fact.Sent(_, _, var flight) -> flights.put(flight.id(), flight);
                    case Fact.Entered(_, _, var flight) -> flights.put(flight.id(), flight);
                    case Fact.Rerouted(_, _, var flight) -> flights.replace(flight.id(), flight);
                    // A receiver that is down turns an arrival into a loss.
                    case Fact.Lost(_, _, var flight) -> flights.replace(flight.id(), flight);
                    case Fact.Called _,
                            Fact.Arrived _,
                            Fact.OfTimer _,
                            Fact.OfMachine _,
                            Fact.FromOutside _ -> {
                        // carries no new flight
                    }
                }
            }
        }
        return List.copyOf(flights.values());
    }
}
