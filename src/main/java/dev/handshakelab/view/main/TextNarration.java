package dev.handshakelab.view.main;

import dev.handshakelab.diagram.Labels;
import dev.handshakelab.diagram.Target;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.capture.CaptureCaptions;
import dev.handshakelab.view.capture.CaptureLabels;
import dev.handshakelab.view.capture.CaptureReasons;
import dev.handshakelab.view.capture.CaptureStory;
import dev.handshakelab.view.explain.ExplainViewModel.Explainer;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.text.Captions;
import dev.handshakelab.view.text.DiagramLabels;
import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Explanations;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import dev.handshakelab.view.text.SelectedExplanations;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The words for what happens, with sequence numbers as the user wants them. */
final class TextNarration implements Explainer {
    private final Messages messages;
    private final Preferences preferences;
    private final ObservableValue<@Nullable CaptureStory> capture;
    private final CaptureReasons reasons;
    private final Captions captions;
    private final Explanations explanations;
    private final SelectedExplanations selections;

    /** The numbers of {@link #numbersOf}, which cost a walk through the whole story. */
    private Numbers relative = Numbers.ABSOLUTE;

    private @Nullable Timeline numbersOf;

    TextNarration(
            Messages messages,
            Preferences preferences,
            ObservableValue<@Nullable CaptureStory> capture) {
        this.capture = capture;
        this.reasons = new CaptureReasons(messages);
        this.messages = messages;
        this.preferences = preferences;
        this.captions = new Captions(messages);
        this.explanations = new Explanations(messages);
        this.selections = new SelectedExplanations(messages);
    }

    /** One sentence that says what happened in a frame. */
    String caption(Timeline timeline, int frameIndex) {
        CaptureStory story = captured(timeline);
        if (story == null) {
            return captions.of(timeline.frame(frameIndex), numbers(timeline));
        }
        return new CaptureCaptions(messages).of(story, frameIndex, numbers(timeline));
    }

    /** The capture that a timeline is of; null: it is of a scenario. */
    @SuppressWarnings("ReferenceEquality")
    private @Nullable CaptureStory captured(Timeline timeline) {
        CaptureStory story = capture.getValue();
        return story != null && story.timeline() == timeline ? story : null;
    }

    /** The words of the diagram; another object after a change of the language. */
    Labels diagramLabels() {
        CaptureStory story = capture.getValue();
        return story == null ? new DiagramLabels(messages) : new CaptureLabels(story, messages);
    }

    @Override
    public List<Explanation> explain(Timeline timeline, int frameIndex, @Nullable Target selected) {
        List<Explanation> told =
                selected == null
                        ? explanations.of(timeline.frame(frameIndex), numbers(timeline))
                        : selections.of(timeline, selected, numbers(timeline));
        CaptureStory story = captured(timeline);
        return story == null ? told : reasons.beside(told, story, frameIndex, selected);
    }

    /** How the sequence numbers of a story are written at the moment. */
    // The same story is the same object; comparing two long ones step by step would last.
    @SuppressWarnings("ReferenceEquality")
    Numbers numbers(Timeline timeline) {
        if (!preferences.relativeNumbersProperty().get()) {
            return Numbers.ABSOLUTE;
        }
        if (timeline != numbersOf) {
            relative = Numbers.relative(timeline);
            numbersOf = timeline;
        }
        return relative;
    }
}
