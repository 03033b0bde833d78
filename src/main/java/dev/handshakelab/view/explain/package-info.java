/** What happened in the selected step and why. */
@NullMarked
package dev.handshakelab.view.explain;

import org.jspecify.annotations.NullMarked;
