package dev.handshakelab.view.help;

import javafx.scene.Node;

/** Makes the cards that lie over the window on demand. */
public interface HelpViews {
    /**
     * The overview of keys.
     *
     * @param close takes it away
     */
    Node keys(Runnable close);

    /**
     * What this program is.
     *
     * @param close takes it away
     */
    Node about(Runnable close);
}
