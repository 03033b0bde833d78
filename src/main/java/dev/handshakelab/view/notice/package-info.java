/** Messages above the diagram that stay until they are dismissed. */
@NullMarked
package dev.handshakelab.view.notice;

import org.jspecify.annotations.NullMarked;
