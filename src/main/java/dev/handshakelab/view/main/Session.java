package dev.handshakelab.view.main;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.playback.BranchTree;
import dev.handshakelab.playback.Branches;
import dev.handshakelab.playback.Player;
import dev.handshakelab.scenario.Courses;
import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.sim.Refusal;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.view.capture.CaptureStory;
import dev.handshakelab.view.main.Background.Job;
import dev.handshakelab.view.main.Background.Progress;
import dev.handshakelab.view.main.Background.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What is open, played and selected. There always is a story: a new one replaces the old only when
 * it is complete.
 */
public final class Session {
    private final ReadOnlyObjectWrapper<Story> story;
    private final ReadOnlyObjectWrapper<Scenario> scenario;
    private final ReadOnlyObjectWrapper<@Nullable CaptureStory> capture =
            new ReadOnlyObjectWrapper<>(this, "capture");
    private final ObjectBinding<@Nullable Scenario> playedScenario;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.UNKNOWN);
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ObjectProperty<@Nullable Target> selection =
            new SimpleObjectProperty<>(this, "selection");
    private final Player player;
    private final Background background;
    private final Branches branches;
    private final Toucher toucher;
    private final List<Consumer<? super Story>> leaving = new ArrayList<>();
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
        this.playedScenario =
                Bindings.createObjectBinding(
                        () -> capture.get() == null ? scenario.get() : null, scenario, capture);
        this.player = player;
        this.background = background;
        this.branches = new Branches(player);
        this.toucher = new Toucher(branches, background);
        selection.subscribe(this::goToSelected);
        player.frameIndexProperty().subscribe(this::dropSelectionElsewhere);
        show(first);
    }

    /** The scenario that was played last; it is shown unless {@link #captureProperty} is. */
    public ReadOnlyObjectProperty<Story> storyProperty() {
        return story.getReadOnlyProperty();
    }

    /** The connection of a capture that is shown; null: a scenario is. */
    public ReadOnlyObjectProperty<@Nullable CaptureStory> captureProperty() {
        return capture.getReadOnlyProperty();
    }

    /** The scenario of what is shown; null while a capture is. */
    public ObservableValue<@Nullable Scenario> playedScenario() {
        return playedScenario;
    }

    /** How far the work is for which {@link #loadingProperty} stands. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The scenario that was played last. */
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
        if (!loading.get() && branches.treeProperty().get() != null && guard.test(touch)) {
            toucher.touch(player, touch);
        }
    }

    /** Whether a touch is under way. */
    boolean isTouching() {
        return toucher.isBusy();
    }

    /** Asks somebody before each touch; what is refused does not happen. */
    public void guardTouches(Predicate<? super Touch> allowed) {
        guard = allowed;
    }

    /** Tells a listener why a touch did nothing. */
    public void onRefused(Consumer<? super Refusal> listener) {
        toucher.onRefused(listener);
    }

    /** Tells a listener what is shown, with everything done to it, before another story comes. */
    public void onLeaving(Consumer<? super Story> listener) {
        leaving.add(listener);
    }

    /** Opens a scenario of the library; an error of the program is thrown on. */
    public void open(Scenario wanted) {
        open(() -> Story.of(wanted), _ -> {}, Session::rethrow);
    }

    /**
     * Runs the present scenario again by other rules, from its beginning; what was done to it is
     * done again at the same times.
     */
    public void rerun(OptionsOverlay overlay) {
        Scenario present = scenario.get();
        Courses courses = branches.present().courses().timed();
        open(() -> Story.of(present, overlay, courses), _ -> {}, Session::rethrow);
    }

    /**
     * Opens what some work finds; the present story stays until then, and if the work fails.
     *
     * @param work reads and simulates
     * @param done is told the new story once it is shown
     * @param failed is told why there is none
     */
    public <S extends Shown> void open(
            Callable<S> work, Consumer<? super S> done, Consumer<? super Throwable> failed) {
        openSlowly(_ -> work.call(), done, failed);
    }

    /** The same for work that says how far it is. */
    public <S extends Shown> void openSlowly(
            Work<S> work, Consumer<? super S> done, Consumer<? super Throwable> failed) {
        cancel();
        progress.set(Progress.UNKNOWN);
        loading.set(true);
        job =
                background.run(
                        work,
                        progress::set,
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

    private void show(Shown shown) {
        toucher.cancel();
        tellLeaving(shown);
        player.pause();
        selection.set(null);
        switch (shown) {
            case Story played -> {
                // First: who is told of the new timeline asks whether it can be touched.
                capture.set(null);
                branches.open(played.tree());
                story.set(played);
                scenario.set(played.scenario());
            }
            case Shown.Captured(CaptureStory captured) -> {
                capture.set(captured);
                branches.close();
                player.open(captured.timeline());
                player.seekFrame(captured.firstFrame());
            }
        }
    }

    /** The same scenario by other rules is no other story: what was done is done again. */
    private void tellLeaving(Shown next) {
        BranchTree tree = branches.treeProperty().get();
        Story old = story.get();
        if (tree != null && !(next instanceof Story again && again.isAgain(old))) {
            Story left = new Story(old.scenario(), old.overlay(), branches.present());
            leaving.forEach(listener -> listener.accept(left));
        }
    }

    private void goToSelected(@Nullable Target target) {
        if (target != null && target.frameIndex() != player.getFrameIndex()) {
            player.pause();
            player.seekFrame(target.frameIndex());
            if (player.getFrameIndex() != target.frameIndex()) {
                // It lies behind what may be shown now.
                selection.set(null);
            }
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
