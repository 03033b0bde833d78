package dev.handshakelab.view.statemap;

import dev.handshakelab.diagram.StateMapLink;
import dev.handshakelab.tcp.TcpState;

/** What can be pointed at in the map. */
sealed interface MapItem {
    /** A state. */
    record OfState(TcpState state) implements MapItem {}

    /** A way from one state to another. */
    record OfWay(TcpState from, TcpState to) implements MapItem {}

    /** The way that a line of the map stands for. */
    static OfWay of(StateMapLink link) {
        return new OfWay(link.from(), link.to());
    }
}
