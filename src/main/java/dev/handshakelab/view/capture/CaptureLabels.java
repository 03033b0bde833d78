package dev.handshakelab.view.capture;

import dev.handshakelab.diagram.SegmentKind;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.DiagramLabels;
import dev.handshakelab.view.text.Messages;
import java.util.List;

/** The words of the diagram of a capture: they also say how sure things are. */
public final class CaptureLabels extends DiagramLabels {
    private final CaptureStory story;
    private final Messages messages;

    public CaptureLabels(CaptureStory story, Messages messages) {
        super(messages);
        this.story = story;
        this.messages = messages;
    }

    @Override
    public String inferredState() {
        return messages.get("capture.inferred");
    }

    @Override
    public List<String> marks(Flight flight) {
        MarkText text = new MarkText(messages);
        return story.marks().ofFlight(flight.id()).stream()
                .filter(mark -> !MarkText.isDrawn(mark))
                .map(text::label)
                .distinct()
                .toList();
    }

    @Override
    public boolean isWatched(Side side) {
        return story.isWatched(side);
    }

    @Override
    public String stateSentence(Side side, TcpState state, Certainty certainty) {
        String host = side.name();
        return switch (certainty) {
            case SEEN -> both(stateSentence(side, state), messages.get("capture.state.SEEN", host));
            case INFERRED ->
                    both(stateSentence(side, state), messages.get("capture.state.INFERRED", host));
            case UNKNOWN -> messages.get("capture.state.UNKNOWN", host);
        };
    }

    @Override
    public String segmentSentence(Flight flight, SegmentKind kind, String text) {
        String sentence = super.segmentSentence(flight, kind, text);
        if (!isWatched(flight.to())) {
            sentence = both(sentence, messages.get("capture.assumed.end", flight.to().name()));
        }
        return isWatched(flight.from())
                ? sentence
                : both(sentence, messages.get("capture.assumed.start", flight.from().name()));
    }

    private String both(String first, String second) {
        return messages.get("words.nextSentence", first, second);
    }
}
