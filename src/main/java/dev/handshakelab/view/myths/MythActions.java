package dev.handshakelab.view.myths;

import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Scenario;

/** What the page of misconceptions asks its window to do. */
public interface MythActions {
    /** Opens the misconception's scenario and stops at the moment that refutes it. */
    void show(Misconception misconception);

    /** Opens a scenario at its beginning. */
    void open(Scenario scenario);

    /** Takes the page away. */
    void close();
}
