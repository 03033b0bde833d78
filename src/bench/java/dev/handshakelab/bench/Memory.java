package dev.handshakelab.bench;

import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.testing.LongRuns;
import java.lang.ref.Reference;

/** How much memory a story takes for each of its events, as the heap tells. */
final class Memory {
    private Memory() {}

    /**
     * Octets an event: of the run, and of the picture.
     *
     * @param events how many events the story has
     */
    static long[] perEvent(int events) {
        long before = used();
        Run run = Simulation.run(LongRuns.transfer(events));
        long afterRun = used();
        DiagramLayout layout =
                DiagramLayout.of(
                        run.timeline(),
                        LongStory.settings(14),
                        LongStory.LABELS,
                        LongStory.MEASURE);
        long afterLayout = used();
        Reference.reachabilityFence(layout);
        Reference.reachabilityFence(run);
        return new long[] {(afterRun - before) / events, (afterLayout - afterRun) / events};
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
