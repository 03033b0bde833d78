package dev.handshakelab.view.touch;

import dev.handshakelab.playback.Player;
import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.Possibility.What;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Timeline;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Everything that hands can do to the story that is shown, at the moment shown. A segment that is
 * not on its way then is touched at the moment when it left.
 */
public final class TouchDesk {
    /** So many things at most happen at the same time before a segment that is let through. */
    private static final int NEAR = 50;

    private final Player player;
    private final Present present;
    private final Toucher toucher;

    /** The id of the flight that was touched last; 0: none. */
    private long lastTouched;

    /** The id of a flight that was let through, whose arrival is to be shown; 0: none. */
    private long followed;

    /**
     * @param later runs something when the player has come to rest
     */
    public TouchDesk(Player player, Present present, Toucher toucher, Executor later) {
        this.player = player;
        this.present = present;
        this.toucher = toucher;
        player.timelineProperty().subscribe((_, _) -> later.execute(this::follow));
    }

    /** The moment that is shown. */
    public Present present() {
        return present;
    }

    /** The segment that a key means; see {@link Present#aimed}. */
    public Optional<Reach> aimed(@Nullable Flight focused) {
        return present.aimed(focused, lastTouched);
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
        touch(reach, reach.isHeld() ? new Touch.Deliver(id, delay) : new Touch.Hold(id));
    }

    /** When a delay would make the segment arrive; empty if it cannot. */
    public OptionalLong arrivalNanos(Reach reach, Delay delay) {
        Run run = present.run();
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
        Run run = present.run();
        if (run != null && atNanos < reach.nowNanos()) {
            from = present.departure(run, reach.flight().id()).orElse(reach);
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
        Run run = present.run();
        if (run != null) {
            player.pause();
            toucher.touch(present.frame(run), touch);
        }
    }

    /**
     * Makes a possibility happen. What happens next by itself just happens: the story is not
     * changed by that.
     */
    public void choose(Possibility one) {
        if (one.isNext() && present.goesOnByItself()) {
            player.step(1);
            return;
        }
        if (one.what() instanceof What.SegmentEnds(Flight flight)) {
            lastTouched = flight.id();
            followed = flight.id();
        }
        apply(one.what().touch());
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
