/** Tooltips that cost nothing until somebody points at something. */
@NullMarked
package dev.handshakelab.view.tip;

import org.jspecify.annotations.NullMarked;
