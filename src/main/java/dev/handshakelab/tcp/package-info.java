/**
 * An RFC 9293 TCP endpoint as a pure function: {@link dev.handshakelab.tcp.TcpMachine#step} takes a
 * control block and an event and returns a {@link dev.handshakelab.tcp.Transition}.
 *
 * <p>The promise of this package: no clock, no random numbers, no input or output, no logging, no
 * text for people. Time comes in with each event; initial sequence numbers come from an {@link
 * dev.handshakelab.tcp.IssPolicy}. The same control block and the same event always give the same
 * transition.
 */
@NullMarked
package dev.handshakelab.tcp;

import org.jspecify.annotations.NullMarked;
