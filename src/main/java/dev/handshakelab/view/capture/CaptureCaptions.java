package dev.handshakelab.view.capture;

import dev.handshakelab.capture.Inferred.Evidence;
import dev.handshakelab.capture.Inferred.Kind;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.view.text.Captions;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;

/** One sentence for a step of a capture, which says what in it is assumed. */
public final class CaptureCaptions {
    private final Messages messages;
    private final Captions captions;

    public CaptureCaptions(Messages messages) {
        this.messages = messages;
        this.captions = new Captions(messages);
    }

    /** The caption of a frame. */
    public String of(CaptureStory story, int frameIndex, Numbers numbers) {
        Frame frame = story.timeline().frame(frameIndex);
        if (frame.facts().isEmpty()) {
            return messages.get("capture.caption.begin", state(frame.a()), state(frame.b()));
        }
        String caption = captions.of(frame, numbers);
        Evidence evidence = story.inferred().evidence().get(frameIndex);
        return evidence != null && evidence.kind() == Kind.PERHAPS_RECEIVED
                ? messages.get(
                        "words.nextSentence",
                        caption,
                        messages.get("capture.caption.assumed", evidence.side().name()))
                : caption;
    }

    private String state(HostView view) {
        return view.certainty() == Certainty.UNKNOWN
                ? messages.get("capture.caption.unknown")
                : view.state().rfcName();
    }
}
