/** Keeps what the learner did: in files, and across a crash. Needs no window. */
@NullMarked
package dev.handshakelab.view.keep;

import org.jspecify.annotations.NullMarked;
