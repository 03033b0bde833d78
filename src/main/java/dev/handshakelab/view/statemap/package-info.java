/** The state map: the state diagram of RFC 9293 with both hosts in it, a control with its skin. */
@NullMarked
package dev.handshakelab.view.statemap;

import org.jspecify.annotations.NullMarked;
