package dev.handshakelab.view.main;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;

/**
 * A scenario that was played through.
 *
 * @param scenario what was to happen
 * @param run what happened
 */
public record Story(Scenario scenario, Run run) {
    /** Plays a scenario through; may last. */
    public static Story of(Scenario scenario) {
        return new Story(scenario, Simulation.run(scenario.plan()));
    }
}
