package dev.handshakelab.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole story: two hosts and the frames in the order of time.
 *
 * @param hostA the left host
 * @param hostB the right host
 * @param frames at least one; their times never go back
 */
public record Timeline(HostInfo hostA, HostInfo hostB, List<Frame> frames) {
    public Timeline {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("no frame");
        }
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

    /** When the last frame happens, in nanoseconds since the beginning. */
    public long endNanos() {
        return frames.getLast().atNanos();
    }

    /** The index of the last frame that has happened at a time; 0 before the first. */
    public int indexAt(long atNanos) {
        int low = 0;
        int high = lastIndex();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (frames.get(middle).atNanos() <= atNanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** All flights with the fate they met in the end, in the order of departure. */
    public List<Flight> flights() {
        List<Flight> flights = new ArrayList<>();
        for (Frame frame : frames) {
            for (Fact fact : frame.facts()) {
                switch (fact) {
                    case Fact.Sent sent -> flights.add(sent.flight());
                    case Fact.Entered entered -> flights.add(entered.flight());
                    case Fact.Rerouted rerouted -> replace(flights, rerouted.flight());
                    // A receiver that is down turns an arrival into a loss.
                    case Fact.Lost lost -> replace(flights, lost.flight());
                    case Fact.Called _,
                            Fact.Arrived _,
                            Fact.TimerStarted _,
                            Fact.TimerStopped _,
                            Fact.TimerFired _,
                            Fact.RuleFired _,
                            Fact.StateChanged _,
                            Fact.Told _,
                            Fact.Crashed _,
                            Fact.Rebooted _,
                            Fact.CableChanged _,
                            Fact.NetworkChanged _,
                            Fact.OptionsChanged _ -> {
                        // carries no new flight
                    }
                }
            }
        }
        return flights;
    }

    private static void replace(List<Flight> flights, Flight changed) {
        for (int i = flights.size() - 1; i >= 0; i--) {
            if (flights.get(i).id() == changed.id()) {
                flights.set(i, changed);
                return;
            }
        }
    }
}
