package dev.handshakelab.sim;

import dev.handshakelab.timeline.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

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
        var player = new Player(plan);
        touches.forEach(player::touch);
        Run run = Simulation.goOn(plan, player.frames, player.worlds);
        return new Replay(run, player.done);
    }

    private static final class Player {
        private final List<Frame> frames = new ArrayList<>();
        private final List<World> worlds = new ArrayList<>();
        private final List<RecordedTouch> done = new ArrayList<>();
        private World world;

        Player(Plan plan) {
            world = Simulation.start(plan);
            frames.add(Simulation.firstFrame(world));
            worlds.add(world);
        }

        void touch(RecordedTouch recorded) {
            if (recorded.afterStep() == RecordedTouch.ANY_STEP) {
                goOnUntil(recorded.atNanos());
                if (world.steps() < world.maxSteps()) {
                    apply(Math.max(recorded.atNanos(), world.nowNanos()), recorded.touch());
                }
            } else if (goOnTo(recorded.afterStep())) {
                boolean sameTime = recorded.atNanos() == RecordedTouch.SAME_TIME;
                apply(sameTime ? world.nowNanos() : recorded.atNanos(), recorded.touch());
            }
        }

        private void apply(long atNanos, Touch touch) {
            if (!Simulation.canTouchAt(world, atNanos)) {
                return;
            }
            int step = world.steps();
            if (add(Simulation.apply(world, atNanos, touch))) {
                done.add(new RecordedTouch(step, atNanos, touch));
            }
        }

        /** Goes on to a step; false if it is over already or never comes. */
        private boolean goOnTo(int step) {
            boolean more = true;
            while (more && world.steps() < step) {
                more = add(Simulation.step(world));
            }
            return world.steps() == step;
        }

        private void goOnUntil(long untilNanos) {
            OptionalLong next = Simulation.nextAtNanos(world);
            while (next.isPresent() && next.getAsLong() <= untilNanos) {
                if (!add(Simulation.step(world))) {
                    return;
                }
                next = Simulation.nextAtNanos(world);
            }
        }

        private boolean add(@Nullable Step step) {
            if (step == null) {
                return false;
            }
            world = step.world();
            frames.add(step.frame());
            worlds.add(world);
            return true;
        }
    }
}
