/**
 * Segments as bytes on the wire: headers, options, checksums, IP packets, and back.
 *
 * <p>Pure functions. Nothing here trusts a length that it reads.
 */
@NullMarked
package dev.handshakelab.wire;

import org.jspecify.annotations.NullMarked;
