package dev.handshakelab.view.main;

import dev.handshakelab.view.capture.CaptureStory;

/** What the window can show: a scenario that was played through, or a connection of a capture. */
public sealed interface Shown permits Story, Shown.Captured {
    /** A connection of a capture: it has happened and cannot be changed. */
    record Captured(CaptureStory capture) implements Shown {}
}
