package dev.handshakelab.sim.twins;

import dev.handshakelab.sim.Plan;
import dev.handshakelab.sim.Recorder;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Step;
import dev.handshakelab.sim.World;
import java.util.List;
import java.util.OptionalLong;

/** Runs a plan to its end while somebody touches it at given times. */
final class TouchedRun {
    private final Recorder recorder;

    private TouchedRun(Plan plan) {
        recorder = new Recorder(plan);
    }

    /**
     * Runs a plan.
     *
     * @param touches in the order of time; one that does nothing, because its segment is gone, say,
     *     is passed over
     */
    static Run run(Plan plan, List<TimedTouch> touches) {
        TouchedRun run = new TouchedRun(plan);
        touches.forEach(run::touch);
        return run.recorder.toTheEnd().run();
    }

    private void touch(TimedTouch timed) {
        goOn(timed.atNanos());
        World world = recorder.world();
        if (world.steps() < world.maxSteps()) {
            long atNanos = Math.max(timed.atNanos(), world.nowNanos());
            Step step = Simulation.apply(world, atNanos, timed.touch());
            if (step != null) {
                recorder.addTouched(step);
            }
        }
    }

    private void goOn(long untilNanos) {
        for (OptionalLong next = Simulation.nextAtNanos(recorder.world());
                next.isPresent() && next.getAsLong() <= untilNanos;
                next = Simulation.nextAtNanos(recorder.world())) {
            Step step = Simulation.step(recorder.world());
            if (step == null) {
                return;
            }
            recorder.add(step);
        }
    }
}
