package dev.handshakelab.view.main;

import dev.handshakelab.diagram.Labels;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Messages;

/** The words of the text package, by the preferences of the moment. */
final class TextNarration implements Narration {
    TextNarration(Messages messages, Preferences preferences) {}

    @Override
    public String caption(Timeline timeline, int frameIndex) {
        return "Caption of step " + frameIndex + ": The client sends SYN and waits for the answer of the server.";
    }

    @Override
    public Labels diagramLabels() {
        return null;
    }
}
