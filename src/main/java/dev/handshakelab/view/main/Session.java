package dev.handshakelab.view.main;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.playback.Branches;
import dev.handshakelab.playback.Player;
import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.sim.Refusal;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.view.main.Background.Job;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is open, played and selected. There always is a story: a new one replaces the old only when
 * it is complete.
 */
public final class Session {
    private final ReadOnlyObjectWrapper<Story> story;
    private final ReadOnlyObjectWrapper<Scenario> scenario;
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ObjectProperty<@Nullable Target> selection =
            new SimpleObjectProperty<>(this, "selection");
    private final Player player;
    private final Background background;
    private final Branches branches;
    private final Toucher toucher;
    private Predicate<? super Touch> guard = _ -> true;
    private @Nullable Job job;

    /**
     * A session that starts paused.
     *
     * @param first the story to start with
     */
    public Session(Story first, Player player, Background background) {
        this.story = new ReadOnlyObjectWrapper<>(this, "story", first);
        this.scenario = new ReadOnlyObjectWrapper<>(this, "scenario", first.scenario());
        this.player = player;
        this.background = background;
        this.branches = new Branches(player);
        this.toucher = new Toucher(branches, background);
        selection.subscribe(this::goToSelected);
        player.frameIndexProperty().subscribe(this::dropSelectionElsewhere);
        show(first);
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<Story> storyProperty() {
        return story.getReadOnlyProperty();
    }

    /** The scenario of what is shown. */
    public ReadOnlyObjectProperty<Scenario> scenarioProperty() {
        return scenario.getReadOnlyProperty();
    }

    /** Whether a new story is being prepared. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** What is selected in the diagram; null: the step of the moment as a whole. */
    public ObjectProperty<@Nullable Target> selectionProperty() {
        return selection;
    }

    /** Position and pace. */
    public Player player() {
        return player;
    }

    /** The courses of what is shown, and what the learner did to it. */
    public Branches branches() {
        return branches;
    }

    /** The course of events that is shown. */
    public Run shownRun() {
        return branches.present().shown().run();
    }

    /**
     * Touches the moment that is shown, and shows what comes of it, right after the touch; pauses.
     * Those of {@link #onRefused} are told if nothing comes of it.
     */
    public void touch(Touch touch) {
        if (!loading.get() && guard.test(touch)) {
            toucher.touch(player, touch);
        }
    }

    /** Asks somebody before each touch; what is refused does not happen. */
    public void guardTouches(Predicate<? super Touch> allowed) {
        guard = allowed;
    }

    /** Tells a listener why a touch did nothing. */
    public void onRefused(Consumer<? super Refusal> listener) {
        toucher.onRefused(listener);
    }

    /** Opens a scenario of the library; an error of the program is thrown on. */
    public void open(Scenario wanted) {
        open(() -> Story.of(wanted), _ -> {}, Session::rethrow);
    }

    /** Runs the present scenario again by other rules, from its beginning. */
    public void rerun(OptionsOverlay overlay) {
        Scenario present = scenario.get();
        open(() -> Story.of(present, overlay), _ -> {}, Session::rethrow);
    }

    /**
     * Opens what some work finds; the present story stays until then, and if the work fails.
     *
     * @param work reads and simulates
     * @param done is told the new story once it is shown
     * @param failed is told why there is none
     */
    public void open(
            Callable<Story> work, Consumer<Story> done, Consumer<? super Throwable> failed) {
        cancel();
        loading.set(true);
        job =
                background.run(
                        work,
                        found -> {
                            finish();
                            show(found);
                            done.accept(found);
                        },
                        problem -> {
                            finish();
                            failed.accept(problem);
                        });
    }

    /** Gives up what is being opened; the present story stays. */
    public void cancel() {
        if (job != null) {
            job.cancel();
        }
        finish();
    }

    private void finish() {
        job = null;
        loading.set(false);
    }

    private void show(Story shown) {
        toucher.cancel();
        player.pause();
        selection.set(null);
        branches.open(shown.tree());
        story.set(shown);
        scenario.set(shown.scenario());
    }

    private void goToSelected(@Nullable Target target) {
        if (target != null && target.frameIndex() != player.getFrameIndex()) {
            player.pause();
            player.seekFrame(target.frameIndex());
        }
    }

    private void dropSelectionElsewhere(Number frameIndex) {
        Target selected = selection.get();
        if (selected != null && selected.frameIndex() != frameIndex.intValue()) {
            selection.set(null);
        }
    }

    private static void rethrow(Throwable problem) {
        throw new IllegalStateException(problem);
    }
}
