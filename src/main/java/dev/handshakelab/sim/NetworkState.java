package dev.handshakelab.sim;

import dev.handshakelab.timeline.Flight;
import java.util.Collections;
import java.util.List;

/**
 * The network within a world.
 *
 * @param transit the segments on their way, in the order of departure; held ones too
 * @param connected whether the cable is plugged in
 * @param random where the random numbers stand
 * @param fits for each fault rule, how many segments have fitted so far
 * @param nextFlightId the id of the next flight
 */
public record NetworkState(
        List<Transit> transit,
        boolean connected,
        long random,
        List<Integer> fits,
        long nextFlightId) {
    /**
     * A segment on its way.
     *
     * @param number decides between things of the same time: the smaller comes first
     */
    public record Transit(Flight flight, long number) {}

    public NetworkState {
        transit = List.copyOf(transit);
        fits = List.copyOf(fits);
    }

    static NetworkState fresh(Plan plan) {
        return new NetworkState(
                List.of(),
                true,
                plan.link().seed(),
                Collections.nCopies(plan.faults().size(), 0),
                1);
    }
}
