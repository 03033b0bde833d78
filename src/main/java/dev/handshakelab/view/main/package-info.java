/**
 * The main window: what is open and played, the frame around the parts, and what keys and menus do.
 */
@NullMarked
package dev.handshakelab.view.main;

import org.jspecify.annotations.NullMarked;
