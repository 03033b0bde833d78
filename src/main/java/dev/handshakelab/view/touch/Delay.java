package dev.handshakelab.view.touch;

import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Timeline;
import java.util.OptionalLong;

/** How much later a segment can be made to arrive. */
public enum Delay {
    /** By the delay of the link. */
    LITTLE,
    /** Just after the next segment for the same host. */
    AFTER_NEXT,
    /** By the retransmission timeout of its sender. */
    RTO;

    private static final long MILLI = 1_000_000;

    /** The new time of arrival; empty if there is none. */
    OptionalLong arrivalNanos(Reach reach, Timeline timeline) {
        long expected = reach.expectedNanos();
        long link = Math.max(reach.world().plan().link().delayNanos(), MILLI);
        return switch (this) {
            case LITTLE -> OptionalLong.of(expected + link);
            case AFTER_NEXT -> afterNext(reach, timeline, expected, Math.max(MILLI, link / 10));
            case RTO -> {
                long rto = reach.world().tcb(reach.flight().from()).roundTrip().rtoNanos();
                yield OptionalLong.of(expected + rto);
            }
        };
    }

    private static OptionalLong afterNext(
            Reach reach, Timeline timeline, long expected, long marginNanos) {
        for (int i = reach.frame() + 1; i <= timeline.lastIndex(); i++) {
            Frame frame = timeline.frame(i);
            for (Fact fact : frame.facts()) {
                if (fact instanceof Fact.Arrived(_, _, Flight other)
                        && other.id() != reach.flight().id()
                        && other.to() == reach.flight().to()
                        && frame.atNanos() >= expected) {
                    return OptionalLong.of(frame.atNanos() + marginNanos);
                }
            }
        }
        return OptionalLong.empty();
    }
}
