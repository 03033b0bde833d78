package dev.handshakelab.view.settings;

/** The look of the window. */
public enum Theme {
    LIGHT,
    DARK;

    /** The look that is not this one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
