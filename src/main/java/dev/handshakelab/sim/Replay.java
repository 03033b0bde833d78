package dev.handshakelab.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A run that was touched, done again.
 *
 * @param run what happened
 * @param touches the touches that did something, each with the step after which and the time at
 *     which it happened; replaying them gives the same run
 */
public record Replay(Run run, List<RecordedTouch> touches) {
    public Replay {
        touches = List.copyOf(touches);
    }

    /**
     * Runs a plan to its end and touches it on the way.
     *
     * @param touches in their order; one that cannot happen (its segment is gone, its step is never
     *     reached, its time does not lie between its step and the next) is passed over
     */
    public static Replay of(Plan plan, List<RecordedTouch> touches) {
        var player = new Player(new Recorder(plan));
        touches.forEach(player::touch);
        return new Replay(player.recorder.toTheEnd().run(), player.done);
    }

    private static final class Player {
        private final Recorder recorder;
        private final List<RecordedTouch> done = new ArrayList<>();

        Player(Recorder recorder) {
            this.recorder = recorder;
        }

        void touch(RecordedTouch recorded) {
            if (recorded.afterStep() == RecordedTouch.ANY_STEP) {
                goOnUntil(recorded.atNanos());
                World world = recorder.world();
                if (world.steps() < world.maxSteps()) {
                    apply(world, Math.max(recorded.atNanos(), world.nowNanos()), recorded.touch());
                }
            } else if (goOnTo(recorded.afterStep())) {
                World world = recorder.world();
                boolean sameTime = recorded.atNanos() == RecordedTouch.SAME_TIME;
                apply(world, sameTime ? world.nowNanos() : recorded.atNanos(), recorded.touch());
            }
        }

        private void apply(World world, long atNanos, Touch touch) {
            if (!Simulation.canTouchAt(world, atNanos)) {
                return;
            }
            Step step = Simulation.apply(world, atNanos, touch);
            if (step != null) {
                recorder.addTouched(step);
                done.add(new RecordedTouch(world.steps(), atNanos, touch));
            }
        }

        /** Goes on to a step; false if it is over already or never comes. */
        private boolean goOnTo(int wanted) {
            boolean more = true;
            while (more && recorder.world().steps() < wanted) {
                more = step();
            }
            return recorder.world().steps() == wanted;
        }

        private void goOnUntil(long untilNanos) {
            OptionalLong next = Simulation.nextAtNanos(recorder.world());
            while (next.isPresent() && next.getAsLong() <= untilNanos && step()) {
                next = Simulation.nextAtNanos(recorder.world());
            }
        }

        private boolean step() {
            Step step = Simulation.step(recorder.world());
            if (step != null) {
                recorder.add(step);
            }
            return step != null;
        }
    }
}
