package dev.handshakelab.view.touch;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.playback.Player;
import dev.handshakelab.sim.Possibilities;
import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.Possibility.What;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Step;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.World;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Everything that hands can do to the story that is shown, at the moment shown. A segment that is
 * not on its way then is touched at the moment when it left.
 */
public final class TouchDesk {
    /** So many things at most happen at the same time before a segment that is let through. */
    private static final int NEAR = 50;

    private final Player player;
    private final ObservableValue<@Nullable Target> selection;
    private final Supplier<@Nullable Run> shownRun;
    private final Toucher toucher;

    /** The id of the flight that was touched last; 0: none. */
    private long lastTouched;

    /** The id of a flight that was let through, whose arrival is to be shown; 0: none. */
    private long followed;

    /**
     * @param selection what is selected in the diagram
     * @param shownRun what is shown; null if it is no simulation
     * @param later runs something when the player has come to rest
     */
    public TouchDesk(
            Player player,
            ObservableValue<@Nullable Target> selection,
            Supplier<@Nullable Run> shownRun,
            Toucher toucher,
            Executor later) {
        this.player = player;
        this.selection = selection;
        this.shownRun = shownRun;
        this.toucher = toucher;
        player.timelineProperty().subscribe(_ -> later.execute(this::follow));
    }

    /** Calls back whenever something that can be touched may have changed. */
    public void onChange(Runnable changed) {
        player.timelineProperty().subscribe(changed);
        player.frameIndexProperty().subscribe(changed);
        selection.subscribe(changed);
    }

    // What is there

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
        return run == null ? null : run.worlds().get(frame(run));
    }

    private int frame(Run run) {
        return Math.min(player.getFrameIndex(), run.worlds().size() - 1);
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
        World world = run.worlds().get(frame);
        return world.inTransit().stream()
                .filter(flight -> flight.id() == flightId)
                .map(flight -> reach(run, frame, flight))
                .findFirst();
    }

    private Reach reach(Run run, int frame, Flight flight) {
        World world = run.worlds().get(frame);
        boolean present = frame == player.getFrameIndex();
        return new Reach(
                frame, world, present ? playheadNanos(run, frame) : world.nowNanos(), flight, present);
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

    private Optional<Reach> departure(Run run, long flightId) {
        for (int i = 0; i < run.worlds().size(); i++) {
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
    public Optional<Reach> aimed(@Nullable Flight focused) {
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

    // Segments

    /** The segment is lost. */
    public void drop(Reach reach) {
        touch(reach, new Touch.Drop(reach.flight().id()));
    }

    /** The segment arrives at once; then the moment of its arrival is shown. */
    public void deliver(Reach reach) {
        followed = reach.flight().id();
        touch(reach, new Touch.Deliver(reach.flight().id(), 0));
    }

    /** The network makes a copy that arrives after the segment itself. */
    public void duplicate(Reach reach) {
        long later = Math.max(1_000_000, reach.world().plan().link().delayNanos());
        touch(reach, new Touch.Duplicate(reach.flight().id(), later));
    }

    /** Holds a segment, or lets a held one go on its way. */
    public void holdOrRelease(Reach reach) {
        long id = reach.flight().id();
        long delay = reach.expectedNanos() - reach.nowNanos();
        touch(
                reach, reach.isHeld() ? new Touch.Deliver(id, delay) : new Touch.Hold(id));
    }

    /** When a delay would make the segment arrive; empty if it cannot. */
    public OptionalLong arrivalNanos(Reach reach, Delay delay) {
        Run run = run();
        return run == null ? OptionalLong.empty() : delay.arrivalNanos(reach, run.timeline());
    }

    /** Delays a segment. */
    public void delay(Reach reach, Delay delay) {
        arrivalNanos(reach, delay).ifPresent(atNanos -> arriveAt(reach, atNanos));
    }

    /**
     * Makes a segment arrive at a time; an earlier one than the moment shown goes back to when it
     * left.
     *
     * @param atNanos virtual time; before its departure means at its departure
     */
    public void arriveAt(Reach reach, long atNanos) {
        Reach from = reach;
        Run run = run();
        if (run != null && atNanos < reach.nowNanos()) {
            from = departure(run, reach.flight().id()).orElse(reach);
        }
        Flight flight = from.flight();
        long wait = Math.max(0, atNanos - from.nowNanos());
        Touch touch =
                flight.fate() instanceof Fate.Arrives(long planned) && atNanos >= planned
                        ? new Touch.Delay(flight.id(), atNanos - planned)
                        : new Touch.Deliver(flight.id(), wait);
        touch(from, touch);
    }

    private void touch(Reach reach, Touch touch) {
        lastTouched = reach.flight().id();
        player.pause();
        toucher.touch(reach.frame(), touch);
    }

    // Hosts and network

    /** Does something at the moment shown: a call, a crash, the cable, a segment from outside. */
    public void act(Action action) {
        apply(new Touch.Act(action));
    }

    /** Touches the world of the moment shown. */
    public void apply(Touch touch) {
        Run run = run();
        if (run != null) {
            player.pause();
            toucher.touch(frame(run), touch);
        }
    }

    /**
     * Makes a possibility happen. What happens next by itself just happens: the story is not
     * changed by that.
     */
    public void choose(Possibility one) {
        Run run = run();
        if (run == null) {
            return;
        }
        if (one.isNext() && comesNext(run, frame(run))) {
            player.step(1);
            return;
        }
        if (one.what() instanceof What.SegmentEnds(Flight flight)) {
            lastTouched = flight.id();
            followed = flight.id();
        }
        apply(one.what().touch());
    }

    /** Whether the next frame of this branch is what happens by itself and no touch. */
    private static boolean comesNext(Run run, int frame) {
        Timeline timeline = run.timeline();
        if (frame >= timeline.lastIndex()) {
            return false;
        }
        Step step = Simulation.step(run.worlds().get(frame));
        return step != null && step.frame().equals(timeline.frame(frame + 1));
    }

    /** Moves on to the frame in which the segment ends that was let through, if that is near. */
    private void follow() {
        Timeline timeline = player.getTimeline();
        long flightId = followed;
        followed = 0;
        if (timeline == null || flightId == 0) {
            return;
        }
        int from = player.getFrameIndex();
        long now = timeline.frame(from).atNanos();
        for (int i = from; i <= Math.min(timeline.lastIndex(), from + NEAR); i++) {
            if (timeline.frame(i).atNanos() > now) {
                return;
            }
            if (timeline.frame(i).facts().stream().anyMatch(fact -> ends(fact, flightId))) {
                player.seekFrame(i);
                return;
            }
        }
    }

    private static boolean ends(Fact fact, long flightId) {
        Flight flight = fact.flight();
        boolean ends = fact instanceof Fact.Arrived || fact instanceof Fact.Lost;
        return ends && flight != null && flight.id() == flightId;
    }
}
