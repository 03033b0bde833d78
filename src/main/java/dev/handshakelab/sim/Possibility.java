package dev.handshakelab.sim;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.ScriptStep.UserAction;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can happen next in a world.
 *
 * @param what the thing
 * @param isNext whether it is what happens next if nobody does anything
 * @param outcome what would happen, found out on a copy of the world; null: nothing at all, because
 *     the host is down
 */
public record Possibility(What what, boolean isNext, @Nullable Frame outcome) {
    /** A kind of thing that can happen. */
    public sealed interface What {
        /** What makes it happen now. */
        Touch touch();

        /** When it happens by itself; empty if it never does. */
        default OptionalLong atNanos() {
            return OptionalLong.empty();
        }

        /** A segment on its way arrives, or is lost if the network has decided so. */
        record SegmentEnds(Flight flight) implements What {
            @Override
            public Touch touch() {
                return flight.isLost()
                        ? new Touch.Drop(flight.id())
                        : new Touch.Deliver(flight.id(), 0);
            }

            @Override
            public OptionalLong atNanos() {
                return flight.fate() instanceof Fate.Held
                        ? OptionalLong.empty()
                        : OptionalLong.of(flight.endsAtNanos());
            }
        }

        /** A running timer fires. */
        record TimerFires(Side side, Timers.Timer timer) implements What {
            @Override
            public Touch touch() {
                return new Touch.FireTimer(side, timer.kind());
            }

            @Override
            public OptionalLong atNanos() {
                return OptionalLong.of(timer.dueAtNanos());
            }
        }

        /** A step of the script that is due. */
        record ScriptStepDue(ScriptState.Due due, Action action) implements What {
            @Override
            public Touch touch() {
                return new Touch.Hurry(due.index());
            }

            @Override
            public OptionalLong atNanos() {
                return OptionalLong.of(due.atNanos());
            }
        }

        /** An application makes a call. */
        record Call(Side side, UserAction call) implements What {
            @Override
            public Touch touch() {
                return new Touch.Act(new Action.Call(side, call));
            }
        }

        /** A crash, a reboot, or the cable. */
        record Incident(Action action) implements What {
            @Override
            public Touch touch() {
                return new Touch.Act(action);
            }
        }
    }

    /** Whether choosing it does anything, be it no more than an error. */
    public boolean isPossible() {
        return outcome != null;
    }

    /** The error that TCP would answer a call with; empty if it would not. */
    public Optional<Signal.Reply> refusal() {
        if (outcome == null || !(what instanceof What.Call)) {
            return Optional.empty();
        }
        for (Fact fact : outcome.facts()) {
            if (fact instanceof Fact.Told told
                    && told.signal() instanceof Signal.Answered(Signal.Reply reply)
                    && reply.isError()) {
                return Optional.of(reply);
            }
        }
        return Optional.empty();
    }
}
