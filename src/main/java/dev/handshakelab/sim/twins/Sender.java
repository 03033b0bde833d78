package dev.handshakelab.sim.twins;

import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.timeline.Flight;
import java.util.HashMap;
import java.util.Map;

/** The connections of a host, as the numbers of its octets tell them apart. */
final class Sender {
    /** Stands for octets that are no host's, or left from before the story. */
    static final int NO_CONNECTION = 0;

    private final Map<Integer, Integer> initial = new HashMap<>();
    private final Map<Long, Integer> connectionOfFlight = new HashMap<>();
    private int connection = NO_CONNECTION;
    private int beganAtFrame;

    /** Takes note of a segment that leaves. */
    void sends(Flight flight, int frame) {
        boolean firstSyn = flight.segment().flags().syn() && flight.purpose() == Purpose.FIRST;
        if (firstSyn && flight.origin() == Flight.Origin.HOST) {
            connection++;
            beganAtFrame = frame;
            initial.put(connection, flight.segment().seq());
        }
        connectionOfFlight.put(flight.id(), connectionOf(flight));
    }

    private int connectionOf(Flight flight) {
        return switch (flight.origin()) {
            case HOST -> connection;
            case NETWORK_COPY -> connectionOfFlight.getOrDefault(flight.copyOf(), connection);
            case OLD_DUPLICATE, FORGED -> NO_CONNECTION;
        };
    }

    /**
     * The connection, from 1 on, in which a segment left; {@link #NO_CONNECTION}: none of these.
     */
    int connectionOfFlight(Flight flight) {
        return connectionOfFlight.getOrDefault(flight.id(), NO_CONNECTION);
    }

    /** How far an octet is from the initial sequence number of its connection. */
    int offset(int ofConnection, int seq) {
        return seq - initial.getOrDefault(ofConnection, 0);
    }

    /** Whether the host has begun another connection since that one, and before a frame. */
    boolean hasBegunAnother(int sinceConnection, int beforeFrame) {
        return sinceConnection < connection && beganAtFrame < beforeFrame;
    }
}
