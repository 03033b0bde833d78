package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.playback.Player;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Refusal;
import dev.handshakelab.sim.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final ScenarioLibrary LIBRARY = ScenarioLibrary.bundled();
    private static final Story FIRST = Story.of(LIBRARY.scenarios().getFirst());
    private static final Story OTHER = Story.of(LIBRARY.scenarios().getLast());

    private final Player player = new Player();
    private final Later later = new Later();
    private final Session session = new Session(FIRST, player, later);

    /** Work that runs when the test says so. */
    private static final class Later implements Background {
        private final List<Runnable> waiting = new ArrayList<>();

        @Override
        public <T> Job run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            Runnable run =
                    () -> {
                        T result;
                        try {
                            result = work.call();
                        } catch (Exception e) {
                            failed.accept(e);
                            return;
                        }
                        done.accept(result);
                    };
            waiting.add(run);
            return () -> waiting.remove(run);
        }

        void runAll() {
            List<Runnable> now = List.copyOf(waiting);
            waiting.clear();
            now.forEach(Runnable::run);
        }
    }

    @Test
    void startsPausedAtTheBeginning() {
        assertThat(player.getTimeline()).isSameAs(FIRST.run().timeline());
        assertThat(player.getFrameIndex()).isZero();
        assertThat(player.isPlaying()).isFalse();
        assertThat(session.scenarioProperty().get()).isSameAs(FIRST.scenario());
    }

    @Test
    void theOldStoryStaysUntilTheNewOneIsComplete() {
        session.open(() -> OTHER, _ -> {}, _ -> {});
        assertThat(session.loadingProperty().get()).isTrue();
        assertThat(session.storyProperty().get()).isSameAs(FIRST);
        later.runAll();
        assertThat(session.loadingProperty().get()).isFalse();
        assertThat(session.storyProperty().get()).isSameAs(OTHER);
        assertThat(player.getTimeline()).isSameAs(OTHER.run().timeline());
    }

    @Test
    void aFailureLeavesEverythingAsItWas() {
        player.step(2);
        List<Throwable> told = new ArrayList<>();
        session.open(
                () -> {
                    throw new IllegalStateException("no");
                },
                _ -> {},
                told::add);
        later.runAll();
        assertThat(told).hasSize(1);
        assertThat(session.storyProperty().get()).isSameAs(FIRST);
        assertThat(player.getFrameIndex()).isEqualTo(2);
        assertThat(session.loadingProperty().get()).isFalse();
    }

    @Test
    void cancellingKeepsTheOldStory() {
        session.open(() -> OTHER, _ -> {}, _ -> {});
        session.cancel();
        later.runAll();
        assertThat(session.loadingProperty().get()).isFalse();
        assertThat(session.storyProperty().get()).isSameAs(FIRST);
    }

    @Test
    void theLastOneAskedForWins() {
        session.open(() -> OTHER, _ -> {}, _ -> {});
        session.open(() -> FIRST, _ -> {}, _ -> {});
        later.runAll();
        assertThat(session.storyProperty().get()).isSameAs(FIRST);
    }

    @Test
    void selectingGoesThereAndGoingElsewhereDropsTheSelection() {
        session.selectionProperty().set(new Target.OfFrame(3));
        assertThat(player.getFrameIndex()).isEqualTo(3);
        assertThat(session.selectionProperty().get()).isNotNull();
        player.step(1);
        assertThat(session.selectionProperty().get()).isNull();
        assertThat(player.getFrameIndex()).isEqualTo(4);
    }

    @Test
    void aNewStoryHasNoSelection() {
        session.selectionProperty().set(new Target.OfFrame(2));
        session.open(() -> OTHER, _ -> {}, _ -> {});
        later.runAll();
        assertThat(session.selectionProperty().get()).isNull();
        assertThat(player.getFrameIndex()).isZero();
    }

    @Test
    void aTouchForksAtThePlayheadAndShowsWhatComesOfIt() {
        player.seekFrame(2);
        player.seekTime(4_000_000);
        player.play();
        session.touch(new Touch.Drop(1));
        assertThat(player.isPlaying()).isFalse();
        later.runAll();
        assertThat(session.shownRun()).isNotSameAs(FIRST.run());
        assertThat(player.getFrameIndex()).isEqualTo(3);
        assertThat(player.getPlayheadNanos()).isEqualTo(4_000_000);
        assertThat(session.branches().present().branches()).hasSize(2);
        session.branches().undo();
        assertThat(player.getTimeline()).isSameAs(FIRST.run().timeline());
    }

    @Test
    void touchesInARowFollowOneAnother() {
        player.seekFrame(2);
        session.touch(new Touch.Hold(1));
        session.touch(new Touch.Drop(1));
        later.runAll();
        later.runAll();
        var shown = session.branches().present().shown();
        assertThat(shown.touches()).hasSize(2);
        assertThat(player.getFrameIndex()).isEqualTo(4);
    }

    @Test
    void aTouchThatDoesNothingSaysWhy() {
        List<Refusal> told = new ArrayList<>();
        session.onRefused(told::add);
        session.touch(new Touch.Drop(1));
        later.runAll();
        assertThat(told).containsExactly(Refusal.SEGMENT_GONE);
        assertThat(session.branches().present().branches()).hasSize(1);
    }
}
