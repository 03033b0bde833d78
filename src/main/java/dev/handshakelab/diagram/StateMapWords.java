package dev.handshakelab.diagram;

import dev.handshakelab.tcp.TcpState;

/** The words in the state map in the reader's language; state names are not among them. */
public interface StateMapWords {
    /** What takes a connection from one state to the other, for example {@code rcv SYN}. */
    String event(TcpState from, TcpState to);

    /** What is sent then, for example {@code snd SYN,ACK}; empty: nothing. */
    String action(TcpState from, TcpState to);

    /** The name of a state in textbooks. */
    String name(TcpState state);
}
