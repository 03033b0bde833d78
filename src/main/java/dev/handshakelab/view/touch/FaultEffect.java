package dev.handshakelab.view.touch;

import dev.handshakelab.sim.FaultRule.Verdict;
import dev.handshakelab.sim.World;
import dev.handshakelab.timeline.Side;
import org.kordamp.ikonli.feather.Feather;

/** What can be planned for a segment that is yet to come. */
public enum FaultEffect {
    LOSE(Feather.X_CIRCLE),
    /** By the retransmission timeout of its sender. */
    DELAY(Feather.CLOCK),
    DOUBLE(Feather.COPY),
    HOLD(Feather.PAUSE_CIRCLE);

    private final Feather sign;

    FaultEffect(Feather sign) {
        this.sign = sign;
    }

    Feather sign() {
        return sign;
    }

    /** The verdict, with times that fit the world. */
    Verdict verdict(World world, Side from) {
        return switch (this) {
            case LOSE -> new Verdict.Drop();
            case DELAY -> new Verdict.Delay(world.tcb(from).roundTrip().rtoNanos());
            case DOUBLE ->
                    new Verdict.Duplicate(Math.max(1_000_000, world.plan().link().delayNanos()));
            case HOLD -> new Verdict.Hold();
        };
    }
}
