package dev.handshakelab.view.compare;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.sim.twins.TimedTouch;
import dev.handshakelab.tcp.Variant;
import java.util.List;
import java.util.Optional;

/**
 * A story that can be told twice.
 *
 * @param scenario the story
 * @param variant the rule to replace at first
 * @param pair the suggestion that it is; empty: the story that is open in the window
 * @param touches what was done to the story while it was watched
 */
public record Choice(
        Scenario scenario, Variant variant, Optional<Pair> pair, List<TimedTouch> touches) {
    public Choice {
        touches = List.copyOf(touches);
    }
}
