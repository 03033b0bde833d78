package dev.handshakelab.view.main;

import dev.handshakelab.diagram.Labels;
import dev.handshakelab.timeline.Timeline;

/** Gives the words for what happens, in the language of the moment. */
public interface Narration {
    /** One sentence that says what happened in a frame. */
    String caption(Timeline timeline, int frameIndex);

    /** The words of the diagram; another object after a change of the language. */
    Labels diagramLabels();
}
