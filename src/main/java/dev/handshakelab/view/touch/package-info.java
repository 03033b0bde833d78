/**
 * The user's hands: menus, keys and forms by which a story is touched, and the list of all that can
 * happen next.
 */
@NullMarked
package dev.handshakelab.view.touch;

import org.jspecify.annotations.NullMarked;
