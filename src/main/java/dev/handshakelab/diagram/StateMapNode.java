package dev.handshakelab.diagram;

import dev.handshakelab.tcp.TcpState;

/**
 * A state in the state map.
 *
 * @param state which one
 * @param box its outline
 * @param tokenA where host A's token sits while A is in this state
 * @param tokenB where host B's token sits
 */
public record StateMapNode(TcpState state, Box box, Box tokenA, Box tokenB) {}
