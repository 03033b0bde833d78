package dev.handshakelab.view.help;

import javafx.scene.Node;

/** Makes what lies over the window on demand. */
public interface HelpViews {
    /** The overview of keys. */
    Node keys();

    /** What this program is. */
    Node about();

    /** TCP and a rule that is not TCP, side by side. */
    Node compare();

    /** Popular mistakes about TCP. */
    Node myths();

    /** The terms. */
    Node glossary();

    /** All challenges. */
    Node challenges();
}
