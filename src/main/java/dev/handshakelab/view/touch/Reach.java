package dev.handshakelab.view.touch;

import dev.handshakelab.sim.World;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;

/**
 * A segment that can be touched, at a moment when it is on its way.
 *
 * @param frame the moment
 * @param world the world of that frame
 * @param nowNanos virtual time of the touch: not before the frame, not after the next one
 * @param flight the segment with its fate at that moment
 * @param isPresent whether that is the moment shown; otherwise a touch goes back to it
 */
public record Reach(int frame, World world, long nowNanos, Flight flight, boolean isPresent) {
    public boolean isHeld() {
        return flight.fate() instanceof Fate.Held;
    }

    /** When it arrives; if it is held or going to be lost, when it could. */
    public long expectedNanos() {
        long delayNanos = world.plan().link().delayNanos();
        return switch (flight.fate()) {
            case Fate.Arrives(long atNanos) -> atNanos;
            case Fate.Lost _ -> Math.max(nowNanos, flight.sentAtNanos() + delayNanos);
            case Fate.Held _ -> nowNanos + delayNanos;
        };
    }
}
