/** A host's badge and control block. */
@NullMarked
package dev.handshakelab.view.host;

import org.jspecify.annotations.NullMarked;
