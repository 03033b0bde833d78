package dev.handshakelab.sim;

import dev.handshakelab.timeline.Flight;
import java.util.Collections;
import java.util.List;

/**
 * The network within a world.
 *
 * @param transit the segments on their way, in the order of departure; held ones too
 * @param connected whether the cable is plugged in
 * @param manualFrom the id of the first flight since the network was put into the learner's hands;
 *     0: it works by itself
 * @param random where the random numbers stand
 * @param rules what it does to segments, in order: those of the learner, the newest first, then
 *     those of the plan
 * @param fits for each of these rules, how many segments have fitted so far
 * @param nextFlightId the id of the next flight
 */
public record NetworkState(
        List<Transit> transit,
        boolean connected,
        long manualFrom,
        long random,
        List<FaultRule> rules,
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
        rules = List.copyOf(rules);
        fits = List.copyOf(fits);
    }

    /** Whether what hosts send is held until somebody lets it go. */
    public boolean isManual() {
        return manualFrom != 0;
    }

    static NetworkState fresh(Plan plan) {
        return new NetworkState(
                List.of(),
                true,
                0,
                plan.link().seed(),
                plan.faults(),
                Collections.nCopies(plan.faults().size(), 0),
                1);
    }
}
