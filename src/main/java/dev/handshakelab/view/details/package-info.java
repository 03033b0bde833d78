/** The pane on the right: everything about the step that is shown, a tab each. */
@NullMarked
package dev.handshakelab.view.details;

import org.jspecify.annotations.NullMarked;
