package dev.handshakelab.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerTest {
    private static final long SECOND = 1_000_000_000;
    private static final Timeline STORY = run("S12").timeline();

    private Player player;

    static Run run(String id) {
        return Simulation.run(ScenarioLibrary.bundled().find(id).orElseThrow().plan());
    }

    @BeforeEach
    void setUp() {
        player = new Player();
        player.setTimeline(STORY);
    }

    @Test
    void withoutATimelineNothingMoves() {
        Player empty = new Player();
        empty.play();
        empty.tick(SECOND);
        empty.step(1);
        empty.last();
        empty.seekTime(5);
        assertThat(empty.isPlaying()).isFalse();
        assertThat(empty.getFrameIndex()).isZero();
    }

    @Test
    void stepsBothWaysAndStopsAtTheEnds() {
        player.step(-1);
        assertThat(player.getFrameIndex()).isZero();
        player.step(1);
        player.step(3);
        assertThat(player.getFrameIndex()).isEqualTo(4);
        assertThat(player.getPlayheadNanos()).isEqualTo(STORY.frame(4).atNanos());
        player.step(-2);
        assertThat(player.getFrameIndex()).isEqualTo(2);
        player.last();
        player.step(1);
        assertThat(player.getFrameIndex()).isEqualTo(STORY.lastIndex());
        player.step(Integer.MAX_VALUE);
        assertThat(player.getFrameIndex()).isEqualTo(STORY.lastIndex());
        player.first();
        assertThat(player.getFrameIndex()).isZero();
        player.seekFrame(-7);
        assertThat(player.getFrameIndex()).isZero();
    }

    @Test
    void seekingATimeFindsTheFrameThatHasHappened() {
        player.seekTime(STORY.frame(6).atNanos() + 1);
        assertThat(player.getFrameIndex()).isEqualTo(6);
        assertThat(player.getPlayheadNanos()).isEqualTo(STORY.frame(6).atNanos() + 1);
        player.seekTime(Long.MAX_VALUE);
        assertThat(player.getFrameIndex()).isEqualTo(STORY.lastIndex());
        player.seekTime(-1);
        assertThat(player.getPlayheadNanos()).isZero();
    }

    @Test
    void playingShowsEveryFrameInOrderAndPausesAtTheEnd() {
        List<Integer> seen = new ArrayList<>();
        List<Double> playhead = new ArrayList<>();
        player.frameIndexProperty().subscribe(index -> seen.add(index.intValue()));
        player.playheadNanosProperty().subscribe(nanos -> playhead.add(nanos.doubleValue()));
        player.play();
        int ticks = 0;
        while (player.isPlaying()) {
            player.tick(SECOND / 60);
            ticks++;
            assertThat(ticks).isLessThan(60 * 60);
        }
        assertThat(seen).hasSize(STORY.frames().size()).isSorted();
        assertThat(playhead).isSorted();
        assertThat(player.getPlayheadNanos()).isEqualTo(STORY.endNanos());
        // 240 s of TIME-WAIT take no more than the longest pause.
        assertThat(ticks / 60.0)
                .isCloseTo(Pace.squeezed(STORY).endSeconds(), within(0.1))
                .isLessThan(STORY.lastIndex() * 3.0);
    }

    @Test
    void playAtTheEndBeginsAnew() {
        player.last();
        player.play();
        assertThat(player.isPlaying()).isTrue();
        assertThat(player.getFrameIndex()).isZero();
    }

    @Test
    void pausedItDoesNotMove() {
        player.play();
        player.tick(SECOND);
        player.toggle();
        double before = player.getPlayheadNanos();
        player.tick(SECOND);
        assertThat(player.isPlaying()).isFalse();
        assertThat(player.getPlayheadNanos()).isEqualTo(before);
        player.toggle();
        player.tick(-SECOND);
        player.tick(0);
        assertThat(player.getPlayheadNanos()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 2, 10})
    void speedScalesStoryTime(double speed) {
        player.setSpeed(speed);
        player.play();
        double half = Pace.squeezed(STORY).endSeconds() / 2;
        player.tick((long) (half / speed * SECOND));
        assertThat(player.getPlayheadNanos())
                .isCloseTo(Pace.squeezed(STORY).virtualAt(half), within(1e3));
    }

    @Test
    void speedStaysWithinItsLimits() {
        player.setSpeed(99);
        assertThat(player.getSpeed()).isEqualTo(Player.MAX_SPEED);
        player.setSpeed(-1);
        assertThat(player.getSpeed()).isEqualTo(Player.MIN_SPEED);
        player.speedProperty().set(Double.NaN);
        player.play();
        player.tick(SECOND);
        assertThat(player.getFrameIndex()).isEqualTo(1);
    }

    @Test
    void seekingWhilePlayingGoesOnFromThere() {
        player.play();
        player.seekFrame(5);
        player.tick(SECOND / 100);
        assertThat(player.isPlaying()).isTrue();
        assertThat(player.getFrameIndex()).isEqualTo(5);
        assertThat(player.getPlayheadNanos()).isGreaterThan(STORY.frame(5).atNanos());
    }

    @Test
    void anotherStoryBeginsPausedAtItsBeginning() {
        Timeline shorter = run("S06a").timeline();
        player.last();
        player.play();
        List<Integer> tooFar = new ArrayList<>();
        player.timelineProperty()
                .subscribe(
                        story -> {
                            if (player.getFrameIndex() > story.lastIndex()) {
                                tooFar.add(player.getFrameIndex());
                            }
                        });
        player.last();
        player.setTimeline(shorter);
        assertThat(tooFar).isEmpty();
        assertThat(player.isPlaying()).isFalse();
        assertThat(player.getFrameIndex()).isZero();
        assertThat(player.getTimeline()).isSameAs(shorter);
    }

    @Test
    void anotherPaceKeepsThePlace() {
        player.seekFrame(2);
        player.setPace(Pace.along(STORY, index -> 50 + 40.0 * index, 40));
        assertThat(player.getFrameIndex()).isEqualTo(2);
        player.play();
        player.tick(SECOND);
        assertThat(player.getFrameIndex()).isEqualTo(3);
        assertThat(player.getPlayheadNanos()).isEqualTo(STORY.frame(3).atNanos());
    }
}
