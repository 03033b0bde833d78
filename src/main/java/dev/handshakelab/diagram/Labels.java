package dev.handshakelab.diagram;

import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import java.util.List;

/**
 * The words of the diagram in the reader's language. State names and control bits are not among
 * them: they stay in the RFC's spelling. Short texts stand in the picture; sentences are read out
 * by screen readers and shown in tooltips.
 */
public interface Labels {
    /**
     * What the application did, for example {@code connect()} or {@code write 5}; empty: not drawn.
     */
    String call(TcpEvent.UserCall call);

    /**
     * What the application was told, for example {@code accept() returned} or {@code ECONNREFUSED};
     * empty: not drawn.
     *
     * @param after how the host stands afterwards, which tells a passive from an active open
     */
    String signal(Signal signal, HostView after);

    /**
     * A timer and how long it was set to run, for example {@code RTO 1 s}; empty: only its ribbon
     * is drawn.
     */
    String timer(TimerKind kind, long lengthNanos);

    /** A time, rounded for reading, for example {@code 58 s} or {@code 4 min}. */
    String duration(long nanos);

    /** A word in front of a segment, for example {@code old duplicate}; empty for ordinary ones. */
    String tag(SegmentKind kind);

    /**
     * What befell a host or the network, for example {@code crash} or {@code cable pulled}; empty:
     * not drawn.
     *
     * @param fact {@link Fact.Crashed}, {@link Fact.Rebooted}, {@link Fact.CableChanged}, {@link
     *     Fact.NetworkChanged} or {@link Fact.OptionsChanged}
     */
    String incident(Fact fact);

    /** Stands for a state that nobody knows. */
    String unknownState();

    /**
     * A segment as a sentence.
     *
     * @param text its label in the picture
     */
    String segmentSentence(Flight flight, SegmentKind kind, String text);

    /** Stands beside a state that nobody saw but that follows from what was seen; may be empty. */
    default String inferredState() {
        return "";
    }

    /** Whether somebody watched a host; of one that nobody watched, times are assumed. */
    default boolean isWatched(Side side) {
        return true;
    }

    /** What is remarkable about a segment, a word or two each; none for most. */
    default List<String> marks(Flight flight) {
        return List.of();
    }

    /** A state as a sentence. */
    String stateSentence(Side side, TcpState state);

    /** A state of which is said how sure it is, as a sentence. */
    default String stateSentence(Side side, TcpState state, Certainty certainty) {
        return stateSentence(side, state);
    }

    /**
     * A timer as a sentence.
     *
     * @param text its label in the picture
     */
    String timerSentence(Side side, String text, DiagramItem.TimerEnd end);

    /** A call or notice as a sentence. */
    String noteSentence(Side side, String text);
}
