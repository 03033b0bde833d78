package dev.handshakelab.view.main;

import org.kordamp.ikonli.feather.Feather;

/** The stories that have a button above the diagram, in the order of the buttons. */
public enum QuickStory {
    HANDSHAKE("S01", "quick.handshake", Feather.LINK),
    NORMAL_CLOSE("S12", "quick.normalClose", Feather.LOG_OUT),
    LOST_SYN("S02", "quick.lostSyn", Feather.X_CIRCLE),
    STALE_SYN("S07", "quick.staleSyn", Feather.CLOCK),
    SIMULTANEOUS_CLOSE("S15", "quick.simultaneousClose", Feather.SHUFFLE);

    private final String idPrefix;
    private final String key;
    private final Feather sign;

    QuickStory(String idPrefix, String key, Feather sign) {
        this.idPrefix = idPrefix;
        this.key = key;
        this.sign = sign;
    }

    /** What the id of its scenario starts with. */
    public String idPrefix() {
        return idPrefix;
    }

    /** The key of its name in the message bundles. */
    public String key() {
        return key;
    }

    Feather sign() {
        return sign;
    }
}
