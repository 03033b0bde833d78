package dev.handshakelab.sim.twins;

import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.RecordedTouch;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import java.util.List;

/** Runs a plan to its end while somebody touches it at given times. */
final class TouchedRun {
    private TouchedRun() {}

    /**
     * Runs a plan.
     *
     * @param touches in the order of time; one that does nothing, because its segment is gone, say,
     *     is passed over
     */
    static Run run(Plan plan, List<TimedTouch> touches) {
        return Simulation.replay(
                plan,
                touches.stream()
                        .map(timed -> RecordedTouch.at(timed.atNanos(), timed.touch()))
                        .toList());
    }
}
