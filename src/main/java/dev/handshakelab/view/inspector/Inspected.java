package dev.handshakelab.view.inspector;

import dev.handshakelab.tcp.TcpSocket;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A segment to look at, and what is known about its connection.
 *
 * @param flight the segment on its way
 * @param source where it comes from
 * @param destination where it goes to
 * @param iss the sender's initial sequence number, from which SEG.SEQ counts; null if unknown
 * @param irs the receiver's initial sequence number, from which SEG.ACK counts; null if unknown
 */
public record Inspected(
        Flight flight,
        TcpSocket source,
        TcpSocket destination,
        @Nullable Integer iss,
        @Nullable Integer irs) {
    /**
     * A segment of a story. An initial number is that of the last SYN that a host had sent when the
     * segment left, or of its first one if it sent none before.
     */
    public static Inspected of(Timeline timeline, Flight flight) {
        Map<Side, Integer> initial = new EnumMap<>(Side.class);
        for (Frame frame : timeline.turns()) {
            for (Fact fact : frame.facts()) {
                if (fact instanceof Fact.Sent(_, var from, var other)
                        && other.origin() == Flight.Origin.HOST
                        && other.segment().flags().syn()) {
                    int seq = other.segment().seq();
                    if (other.id() <= flight.id()) {
                        initial.put(from, seq);
                    } else {
                        initial.putIfAbsent(from, seq);
                    }
                }
            }
        }
        return new Inspected(
                flight,
                timeline.host(flight.from()).socket(),
                timeline.host(flight.to()).socket(),
                initial.get(flight.from()),
                initial.get(flight.to()));
    }
}
