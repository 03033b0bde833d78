package dev.handshakelab.diagram;

import dev.handshakelab.tcp.Emission.Purpose;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.timeline.Flight;

/** How a segment is drawn: each kind has its own colour, line and head. */
public enum SegmentKind {
    SYN,
    ACK,
    DATA,
    FIN,
    RST,
    /** Sent again after a timeout. */
    RETRANSMISSION,
    /** A copy made by the network. */
    COPY,
    /** A leftover of an earlier connection. */
    OLD_DUPLICATE,
    /** Made by a stranger. */
    FORGED;

    /** The kind of a segment: where it comes from counts more than its bits. */
    public static SegmentKind of(Flight flight) {
        return switch (flight.origin()) {
            case OLD_DUPLICATE -> OLD_DUPLICATE;
            case FORGED -> FORGED;
            case NETWORK_COPY -> COPY;
            case HOST ->
                    flight.purpose() == Purpose.RETRANSMISSION ? RETRANSMISSION : byBits(flight);
        };
    }

    private static SegmentKind byBits(Flight flight) {
        Flags flags = flight.segment().flags();
        if (flags.rst()) {
            return RST;
        }
        if (flags.syn()) {
            return SYN;
        }
        if (flags.fin()) {
            return FIN;
        }
        return flight.segment().text().isEmpty() ? ACK : DATA;
    }
}
