/** The same story by the rules of TCP and by a rule that is not TCP, side by side. */
@NullMarked
package dev.handshakelab.view.compare;

import org.jspecify.annotations.NullMarked;
