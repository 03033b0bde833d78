package dev.handshakelab.coach;

import dev.handshakelab.tcp.Emission;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpMachine;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.tcp.Timers;
import dev.handshakelab.tcp.Transition;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that an endpoint has to decide: an event reaches it, and it may answer with a segment,
 * change its state, and start or stop timers.
 *
 * @param frameIndex the frame of the timeline in which the machine does it
 * @param side whose endpoint it is
 * @param arriving the segment that arrives; null for a call and for a timer
 * @param transition what the machine does, with its reasons
 */
public record Duty(int frameIndex, Side side, @Nullable Flight arriving, Transition transition) {
    /**
     * The first duty after a frame.
     *
     * @param sides whose duties count
     * @return empty if none of them has to decide anything any more
     */
    public static Optional<Duty> next(Timeline timeline, int afterFrame, Set<Side> sides) {
        for (int i = afterFrame + 1; i <= timeline.lastIndex(); i++) {
            Optional<Duty> duty = of(timeline, i);
            if (duty.isPresent() && sides.contains(duty.get().side)) {
                return duty;
            }
        }
        return Optional.empty();
    }

    /**
     * The duty of a frame.
     *
     * @return empty if nobody decides anything in it, if nobody knows the control block of the one
     *     who does, or if it is a call that only asks or reads
     */
    public static Optional<Duty> of(Timeline timeline, int frameIndex) {
        Frame frame = timeline.frame(frameIndex);
        if (frameIndex == 0 || frame.facts().isEmpty()) {
            return Optional.empty();
        }
        Fact cause = frame.facts().getFirst();
        Side side = cause.side();
        Tcb before = timeline.frame(frameIndex - 1).host(side).tcb();
        Tcb after = frame.host(side).tcb();
        if (before == null || after == null) {
            return Optional.empty();
        }
        for (TcpEvent event : events(timeline, cause)) {
            Transition transition = TcpMachine.step(before, event);
            // Whether more segments waited is not told, but it shows.
            if (transition.after().equals(after)) {
                Duty duty = new Duty(frameIndex, side, cause.flight(), transition);
                return duty.isOnlyAsking() ? Optional.empty() : Optional.of(duty);
            }
        }
        return Optional.empty();
    }

    private static List<TcpEvent> events(Timeline timeline, Fact cause) {
        return switch (cause) {
            case Fact.Called(_, _, var call) -> List.of(call);
            case Fact.TimerFired(long atNanos, _, var kind) ->
                    List.of(new TcpEvent.Timeout(atNanos, kind));
            case Fact.Arrived(long atNanos, _, var flight) -> {
                var source = timeline.host(flight.from()).socket();
                yield List.of(
                        new TcpEvent.SegmentArrives(atNanos, source, flight.segment(), false),
                        new TcpEvent.SegmentArrives(atNanos, source, flight.segment(), true));
            }
            default -> List.of();
        };
    }

    /** Calls that ask for the state or take data, when the network notices nothing of it. */
    private boolean isOnlyAsking() {
        boolean asks =
                switch (transition.event()) {
                    case TcpEvent.Status _, TcpEvent.Receive _, TcpEvent.StopReading _ -> true;
                    case TcpEvent.Open _,
                            TcpEvent.Send _,
                            TcpEvent.Close _,
                            TcpEvent.Abort _,
                            TcpEvent.SegmentArrives _,
                            TcpEvent.Timeout _ ->
                            false;
                };
        return asks
                && transition.emissions().isEmpty()
                && !transition.changesState()
                && timerMoves().isEmpty();
    }

    public Tcb before() {
        return transition.before();
    }

    public Tcb after() {
        return transition.after();
    }

    /**
     * The segment that the machine sends; the first one if it sends several, for the others only
     * carry on with the text. Null: it is silent.
     */
    public @Nullable Emission answer() {
        return transition.emissions().isEmpty() ? null : transition.emissions().getFirst();
    }

    /** The timers that the machine starts or stops. */
    public Map<TimerKind, TimerMove> timerMoves() {
        Map<TimerKind, TimerMove> moves = new EnumMap<>(TimerKind.class);
        TimerKind fired = transition.event() instanceof TcpEvent.Timeout out ? out.timer() : null;
        for (TimerKind kind : TimerKind.values()) {
            Timers.Timer old = before().timers().get(kind);
            Timers.Timer now = after().timers().get(kind);
            if (now == null && old != null && kind != fired) {
                moves.put(kind, TimerMove.STOPS);
            } else if (now != null && (kind == fired || !now.equals(old))) {
                moves.put(kind, TimerMove.STARTS);
            }
        }
        // It runs along with the retransmission timer, and no lesson is in it.
        moves.remove(TimerKind.USER);
        return Collections.unmodifiableMap(moves);
    }

    /** Whether a timer is one that is asked about. */
    public static boolean isAsked(TimerKind kind) {
        return kind != TimerKind.USER;
    }
}
