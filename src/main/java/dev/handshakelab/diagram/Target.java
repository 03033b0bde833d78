package dev.handshakelab.diagram;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import org.jspecify.annotations.Nullable;

/** Something in the picture that can be selected. */
public sealed interface Target {
    /** The frame in which it begins. */
    int frameIndex();

    /** The host on whose lane it stands; null: it belongs to both. */
    default @Nullable Side lane() {
        return switch (this) {
            case OfState state -> state.side();
            case OfTimer timer -> timer.side();
            case OfNote note -> note.side();
            case OfFlight _, OfFrame _ -> null;
        };
    }

    /**
     * A segment.
     *
     * @param flight with the fate that it met in the end
     * @param frameIndex the frame in which it left
     */
    record OfFlight(Flight flight, int frameIndex) implements Target {}

    /** A state of a host; the frame is the one that entered it. */
    record OfState(Side side, TcpState state, int frameIndex) implements Target {}

    /** A run of a timer; the frame is the one that started it. */
    record OfTimer(Side side, TimerKind timer, int frameIndex) implements Target {}

    /**
     * A call, a notice or an incident.
     *
     * @param fact {@link Fact.Called}, {@link Fact.Told}, {@link Fact.Crashed}, {@link
     *     Fact.Rebooted}, {@link Fact.CableChanged}, {@link Fact.NetworkChanged} or {@link
     *     Fact.OptionsChanged}
     */
    record OfNote(Side side, Fact fact, int frameIndex) implements Target {}

    /** A whole frame. */
    record OfFrame(int frameIndex) implements Target {}
}
