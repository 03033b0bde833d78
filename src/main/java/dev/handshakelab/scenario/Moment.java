package dev.handshakelab.scenario;

import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.OptionalInt;

/**
 * Finds one frame in a run by what can be seen in it, so that it is still found when a scenario
 * gets a step more.
 *
 * @param a the state of host A after the frame
 * @param b the state of host B after the frame
 * @param event what happened in the frame
 * @param which if that is true of more than one frame: which of them, from 1; 0: it is true of one
 *     only
 */
public record Moment(TcpState a, TcpState b, Event event, int which) {
    /** The only frame of which its conditions are true. */
    public static final int THE_ONLY_ONE = 0;

    public Moment {
        if (which < THE_ONLY_ONE) {
            throw new IllegalArgumentException("no such frame: " + which);
        }
    }

    /** What happened in a frame. */
    public sealed interface Event {
        /** Anything: the states say enough. */
        record Any() implements Event {}

        /** A host applied a rule. */
        record RuleApplied(Side side, Rule rule) implements Event {}

        /** A segment of a host was lost. */
        record SegmentLost(Side from) implements Event {}

        /** A host crashed. */
        record HostCrashed(Side side) implements Event {}
    }

    /**
     * The index of the frame.
     *
     * @return empty if there is none, or if there are several and nothing says which
     */
    public OptionalInt locate(Timeline timeline) {
        int[] found =
                timeline.frames().stream().filter(this::isTrueOf).mapToInt(Frame::index).toArray();
        if (which == THE_ONLY_ONE) {
            return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
        }
        return found.length >= which ? OptionalInt.of(found[which - 1]) : OptionalInt.empty();
    }

    private boolean isTrueOf(Frame frame) {
        return isIn(frame.a(), a) && isIn(frame.b(), b) && hasEvent(frame);
    }

    private static boolean isIn(HostView host, TcpState state) {
        return host.certainty() != HostView.Certainty.UNKNOWN && host.state() == state;
    }

    private boolean hasEvent(Frame frame) {
        return event instanceof Event.Any || frame.facts().stream().anyMatch(this::isEvent);
    }

    private boolean isEvent(Fact fact) {
        return switch (event) {
            case Event.Any() -> true;
            case Event.RuleApplied(Side side, Rule rule) ->
                    fact instanceof Fact.RuleFired fired
                            && fired.side() == side
                            && fired.firing().rule() == rule;
            case Event.SegmentLost(Side from) ->
                    fact instanceof Fact.Lost lost && lost.side() == from;
            case Event.HostCrashed(Side side) ->
                    fact instanceof Fact.Crashed crashed && crashed.side() == side;
        };
    }
}
