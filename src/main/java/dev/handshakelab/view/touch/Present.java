package dev.handshakelab.view.touch;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.playback.Player;
import dev.handshakelab.sim.Possibilities;
import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.Possibility.What;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Step;
import dev.handshakelab.sim.World;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The moment that is shown, as hands see it: its world, and where segments can be reached. */
public final class Present {
    private final Player player;
    private final ObservableValue<@Nullable Target> selection;
    private final Supplier<@Nullable Run> shownRun;
    private @Nullable Run knownRun;
    private @Nullable World knownWorld;

    /**
     * @param selection what is selected in the diagram
     * @param shownRun what is shown; null if it is no simulation
     */
    public Present(
            Player player,
            ObservableValue<@Nullable Target> selection,
            Supplier<@Nullable Run> shownRun) {
        this.player = player;
        this.selection = selection;
        this.shownRun = shownRun;
    }

    /** Calls back whenever something that can be touched may have changed. */
    public void onChange(Runnable changed) {
        player.timelineProperty().subscribe(changed);
        player.frameIndexProperty().subscribe(changed);
        selection.subscribe(changed);
    }

    /** What is shown; null if it is no simulation and cannot be touched. */
    public @Nullable Run run() {
        return shownRun.get();
    }

    public boolean isTouchable() {
        return run() != null;
    }

    /** The world at the moment shown; null if nothing can be touched. */
    public @Nullable World world() {
        Run run = run();
        return run == null ? null : worldAt(run, frame(run));
    }

    /** Making a world again may last, and the same one is asked for again and again. */
    // The same story is the same object; comparing two long ones step by step would last.
    @SuppressWarnings("ReferenceEquality")
    private World worldAt(Run run, int frame) {
        World known = knownWorld;
        if (known == null || knownRun != run || known.steps() != frame) {
            known = run.worldAt(frame);
            knownRun = run;
            knownWorld = known;
        }
        return known;
    }

    int frame(Run run) {
        return Math.min(player.getFrameIndex(), run.timeline().lastIndex());
    }

    /** Whether in the whole story nothing happens. */
    boolean isWholeStoryEmpty() {
        Run run = run();
        return run != null && run.timeline().lastIndex() == 0;
    }

    /** The index of the frame shown. */
    public int frameIndex() {
        return player.getFrameIndex();
    }

    /** Everything that can happen next; empty if nothing can be touched. */
    public List<Possibility> possibilities() {
        World world = world();
        return world == null ? List.of() : Possibilities.of(world);
    }

    /** Where a segment can be touched: now, or else when it left. */
    public Optional<Reach> reach(long flightId) {
        Run run = run();
        if (run == null) {
            return Optional.empty();
        }
        return at(run, frame(run), flightId).or(() -> departure(run, flightId));
    }

    private Optional<Reach> at(Run run, int frame, long flightId) {
        return run.timeline().frame(frame).inTransit().stream()
                .filter(flight -> flight.id() == flightId)
                .map(flight -> reach(run, frame, flight))
                .findFirst();
    }

    private Reach reach(Run run, int frame, Flight flight) {
        World world = worldAt(run, frame);
        boolean present = frame == player.getFrameIndex();
        return new Reach(
                frame,
                world,
                present ? playheadNanos(run, frame) : world.nowNanos(),
                flight,
                present);
    }

    /** The playhead, from the time of its frame up to the time of the next one. */
    private long playheadNanos(Run run, int frame) {
        long from = run.timeline().frame(frame).atNanos();
        long to =
                frame == run.timeline().lastIndex()
                        ? from
                        : run.timeline().frame(frame + 1).atNanos();
        return Math.clamp(Math.round(player.getPlayheadNanos()), from, to);
    }

    Optional<Reach> departure(Run run, long flightId) {
        for (int i = 0; i <= run.timeline().lastIndex(); i++) {
            Optional<Reach> found = at(run, i, flightId);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * The segment that a key means: the selected one, else the focused one, else the one touched
     * last if it is still on its way, else the one that arrives next.
     */
    Optional<Reach> aimed(@Nullable Flight focused, long lastTouched) {
        if (selection.getValue() instanceof Target.OfFlight chosen) {
            return reach(chosen.flight().id());
        }
        if (focused != null) {
            return reach(focused.id());
        }
        Run run = run();
        if (run == null) {
            return Optional.empty();
        }
        return at(run, frame(run), lastTouched).or(() -> next(run));
    }

    private Optional<Reach> next(Run run) {
        return possibilities().stream()
                .map(Possibility::what)
                .filter(What.SegmentEnds.class::isInstance)
                .map(what -> ((What.SegmentEnds) what).flight().id())
                .findFirst()
                .flatMap(id -> at(run, frame(run), id));
    }

    /** Whether the next frame of this branch is what happens by itself and no touch. */
    boolean goesOnByItself() {
        Run run = run();
        if (run == null) {
            return false;
        }
        int frame = frame(run);
        Timeline timeline = run.timeline();
        if (frame >= timeline.lastIndex()) {
            return false;
        }
        Step step = Simulation.step(worldAt(run, frame));
        return step != null && step.frame().equals(timeline.frame(frame + 1));
    }
}
