package dev.handshakelab.sim.twins;

import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.Flight;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the octets that a host takes into its stream until its application gets them, and says of
 * each whether it may have it.
 */
final class Receiver {
    /** What is wrong with an octet that is delivered. */
    enum Fault {
        TWICE,
        OLD,
        FORGED,
        OUT_OF_ORDER
    }

    /** Where an octet comes from: a connection of the peer and the place in its stream. */
    private record Source(int connection, int offset, boolean forged) {}

    private final Sender peer;
    private final Map<Fault, Findings> findings = new EnumMap<>(Fault.class);
    private final Deque<Source> waiting = new ArrayDeque<>();
    private final Map<Integer, Source> arrived = new HashMap<>();
    private final Set<Source> delivered = new HashSet<>();
    private final Map<Integer, Integer> highest = new HashMap<>();
    private int connectedAtFrame;

    Receiver(Sender peer) {
        this.peer = peer;
        for (Fault fault : Fault.values()) {
            findings.put(fault, new Findings());
        }
    }

    Findings findings(Fault fault) {
        return findings.getOrDefault(fault, new Findings());
    }

    /** How many octets were delivered that nothing is wrong with, or no more than their order. */
    int good() {
        return delivered.size();
    }

    void connected(int frame) {
        connectedAtFrame = frame;
    }

    /**
     * A segment has arrived.
     *
     * @param delivering how many octets the application gets at once
     */
    void takes(Flight flight, @Nullable Tcb before, @Nullable Tcb after, int delivering) {
        if (before == null || after == null) {
            return;
        }
        int first = flight.segment().seq() + (flight.segment().flags().syn() ? 1 : 0);
        int end = first + flight.segment().text().length();
        for (int seq = first; seq != end; seq++) {
            arrived.put(seq, source(flight, seq));
        }
        int accepted = after.unread().length() - before.unread().length() + delivering;
        int seq = begin(before, first, end);
        for (int i = 0; i < accepted; i++) {
            // What was held until now follows without a gap.
            waiting.add(arrived.getOrDefault(seq + i, source(flight, seq + i)));
        }
    }

    private Source source(Flight flight, int seq) {
        int connection = peer.connectionOfFlight(flight);
        return new Source(
                connection, peer.offset(connection, seq), flight.origin() == Flight.Origin.FORGED);
    }

    /** The first octet of a segment that was not received before. */
    private static int begin(Tcb before, int first, int end) {
        boolean unchecked = before.config().options().has(Variant.NO_SEQUENCE_CHECK);
        int next = before.receive().nxt();
        boolean overlaps =
                before.state().isSynchronized()
                        && SequenceNumbers.lt(first, next)
                        && SequenceNumbers.lt(next, end);
        return overlaps && !unchecked ? next : first;
    }

    /** The application is given octets. */
    void delivers(Octets text, int frame) {
        for (byte octet : text.toArray()) {
            Source source = waiting.poll();
            if (source != null) {
                judge(source, octet, frame);
            }
        }
    }

    private void judge(Source source, byte octet, int frame) {
        if (source.forged()) {
            findings(Fault.FORGED).add(octet, frame);
        } else if (source.connection() == Sender.NO_CONNECTION
                || peer.hasBegunAnother(source.connection(), connectedAtFrame)) {
            findings(Fault.OLD).add(octet, frame);
        } else if (!delivered.add(source)) {
            findings(Fault.TWICE).add(octet, frame);
        } else if (source.offset() < highest.getOrDefault(source.connection(), 0)) {
            findings(Fault.OUT_OF_ORDER).add(octet, frame);
        } else {
            highest.put(source.connection(), source.offset());
        }
    }

    /** The host stands in a state after a frame. */
    void stands(TcpState state) {
        if (state == TcpState.CLOSED || state == TcpState.LISTEN) {
            waiting.clear();
            arrived.clear();
        }
    }
}
