/** What keys and menu items do, and which keys do it. */
@NullMarked
package dev.handshakelab.view.command;

import org.jspecify.annotations.NullMarked;
