package dev.handshakelab.view.main;

import dev.handshakelab.playback.BranchTree;
import dev.handshakelab.scenario.Courses;
import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.sim.Run;

/**
 * A scenario that was played through.
 *
 * @param scenario what was to happen, as its file has it
 * @param overlay by which other rules the hosts played
 * @param tree what happened, with everything that was done to it before it was opened
 */
public record Story(Scenario scenario, OptionsOverlay overlay, BranchTree tree) implements Shown {
    /** Plays a scenario through; may last. */
    public static Story of(Scenario scenario) {
        return of(scenario, OptionsOverlay.NONE);
    }

    /** Plays a scenario through by other rules; may last. */
    public static Story of(Scenario scenario, OptionsOverlay overlay) {
        return of(scenario, overlay, scenario.courses());
    }

    /** Plays a scenario through by other rules and touches it in these ways; may last. */
    static Story of(Scenario scenario, OptionsOverlay overlay, Courses courses) {
        return new Story(scenario, overlay, BranchTree.of(overlay.apply(scenario.plan()), courses));
    }

    /** Whether this is another story by other rules, with as much done to it. */
    boolean isAgain(Story other) {
        return scenario.equals(other.scenario)
                && tree.courses().all().size() >= other.tree.courses().all().size()
                && !overlay.equals(other.overlay);
    }

    /** What is shown first. */
    public Run run() {
        return tree.shown().run();
    }
}
