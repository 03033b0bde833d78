package dev.handshakelab.view.explain;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableObjectValue;
import org.jspecify.annotations.Nullable;

/** What there is to explain at the step of the moment. */
public final class ExplainViewModel {
    private final Sources sources;
    private final Explainer explainer;
    private final Messages messages;
    private final BooleanProperty scenarioShown =
            new SimpleBooleanProperty(this, "scenarioShown", true);

    /** Gives the paragraphs for a step, or for what is selected in it. */
    public interface Explainer {
        /**
         * The paragraphs, in causal order.
         *
         * @param selected what is selected; null: the step as a whole
         */
        List<Explanation> explain(Timeline timeline, int frameIndex, @Nullable Target selected);
    }

    /** What the explanation depends on. */
    public record Sources(
            ObservableObjectValue<Scenario> scenario,
            ObservableObjectValue<Timeline> timeline,
            ObservableIntegerValue frameIndex,
            ObservableObjectValue<@Nullable Target> selection,
            ObservableBooleanValue relativeNumbers) {}

    public ExplainViewModel(Sources sources, Explainer explainer, Messages messages) {
        this.sources = sources;
        this.explainer = explainer;
        this.messages = messages;
    }

    /** Whether a scenario is shown, and not a capture. */
    public BooleanProperty scenarioShownProperty() {
        return scenarioShown;
    }

    /** Calls a view back now and whenever the scenario's texts may have changed. */
    void onScenarioChange(Consumer<Scenario> show) {
        Runnable again = () -> show.accept(sources.scenario().get());
        sources.scenario().subscribe(again);
        messages.localeProperty().subscribe(again);
        again.run();
    }

    /** Calls a view back now and whenever there is something else to explain. */
    void onStepChange(Runnable show) {
        sources.timeline().subscribe(show);
        sources.frameIndex().subscribe(show);
        sources.selection().subscribe(show);
        sources.relativeNumbers().subscribe(show);
        messages.localeProperty().subscribe(show);
        show.run();
    }

    /** Which step it is, and when. */
    String stepTitle() {
        return messages.get(
                "explain.step", index(), Durations.compact(timeline().frame(index()).atNanos()));
    }

    /** The paragraphs, the one to read first marked as such. */
    List<Explanation> explanations() {
        return explainer.explain(timeline(), index(), sources.selection().get());
    }

    private Timeline timeline() {
        return sources.timeline().get();
    }

    private int index() {
        // While a new story comes in, the index may still be that of the old one.
        return Math.clamp(sources.frameIndex().get(), 0, timeline().lastIndex());
    }
}
