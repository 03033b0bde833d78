/**
 * The sequence diagram as a control: it shows a {@link dev.handshakelab.diagram.DiagramLayout} and
 * lets people touch it.
 */
@NullMarked
package dev.handshakelab.view.diagram;

import org.jspecify.annotations.NullMarked;
