/** The keys and what this program is. */
@NullMarked
package dev.handshakelab.view.help;

import org.jspecify.annotations.NullMarked;
