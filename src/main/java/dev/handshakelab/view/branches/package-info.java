/** The courses that a run was given by touching it, side by side in a strip. */
@NullMarked
package dev.handshakelab.view.branches;

import org.jspecify.annotations.NullMarked;
