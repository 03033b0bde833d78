package dev.handshakelab.view.main;

import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;

/**
 * A scenario that was played through.
 *
 * @param scenario what was to happen, as its file has it
 * @param overlay by which other rules the hosts played
 * @param run what happened
 */
public record Story(Scenario scenario, OptionsOverlay overlay, Run run) implements Shown {
    /** Plays a scenario through; may last. */
    public static Story of(Scenario scenario) {
        return of(scenario, OptionsOverlay.NONE);
    }

    /** Plays a scenario through by other rules; may last. */
    public static Story of(Scenario scenario, OptionsOverlay overlay) {
        return new Story(scenario, overlay, Simulation.run(overlay.apply(scenario.plan())));
    }
}
