package dev.handshakelab.scenario;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.Optional;
import java.util.Set;

/**
 * Which touches a challenge allows.
 *
 * @param kinds what may be done
 * @param sides at which hosts, and to the segments of which hosts
 * @param most how many touches may be made, at least 1
 */
public record Allowance(Set<TouchKind> kinds, Set<Side> sides, int most) {
    /** Why a touch is not allowed. */
    public enum Refusal {
        /** Not this kind of touch. */
        KIND,
        /** Not at this host, or not to a segment of this host. */
        SIDE,
        /** No further touch. */
        MOST
    }

    public Allowance {
        kinds = Set.copyOf(kinds);
        sides = Set.copyOf(sides);
    }

    /**
     * Why a touch is not allowed; empty if it is.
     *
     * @param timeline the story that is touched
     * @param used how many touches were made before
     */
    public Optional<Refusal> refusal(Timeline timeline, Touch touch, int used) {
        if (!isAllowed(TouchKind.of(touch))) {
            return Optional.of(Refusal.KIND);
        }
        Optional<Side> side = side(timeline, touch);
        if (side.isPresent() && !sides.contains(side.get())) {
            return Optional.of(Refusal.SIDE);
        }
        return used >= most ? Optional.of(Refusal.MOST) : Optional.empty();
    }

    private boolean isAllowed(TouchKind kind) {
        // To let a segment arrive at another time is what delaying and holding are about.
        boolean implied =
                kind == TouchKind.DELIVER
                        && (kinds.contains(TouchKind.DELAY) || kinds.contains(TouchKind.HOLD));
        return implied || kinds.contains(kind);
    }

    /** The host that a touch concerns; empty if it concerns none or both. */
    private static Optional<Side> side(Timeline timeline, Touch touch) {
        return switch (touch) {
            case Touch.Drop(long id) -> sender(timeline, id);
            case Touch.Delay(long id, _) -> sender(timeline, id);
            case Touch.Duplicate(long id, _) -> sender(timeline, id);
            case Touch.Hold(long id) -> sender(timeline, id);
            case Touch.Deliver(long id, _) -> sender(timeline, id);
            case Touch.FireTimer(Side side, _) -> Optional.of(side);
            case Touch.AddFault(var rule) -> Optional.ofNullable(rule.match().from());
            case Touch.Hurry _, Touch.NetworkMode _ -> Optional.empty();
            case Touch.Act(var action) -> side(action);
        };
    }

    private static Optional<Side> side(Action action) {
        return switch (action) {
            case Action.Call(Side side, _) -> Optional.of(side);
            case Action.Inject inject -> Optional.of(inject.from());
            case Action.Release release -> Optional.of(release.from());
            case Action.Crash crash -> Optional.of(crash.side());
            case Action.Reboot(Side side) -> Optional.of(side);
            case Action.Cable _ -> Optional.empty();
            case Action.SetOptions(Side side, _) -> Optional.of(side);
        };
    }

    private static Optional<Side> sender(Timeline timeline, long flightId) {
        return timeline.flights().stream()
                .filter(flight -> flight.id() == flightId)
                .findFirst()
                .map(Flight::from);
    }
}
