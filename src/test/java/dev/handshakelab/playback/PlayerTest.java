package dev.handshakelab.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.Run;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Player player = new Player();
    private final Run run = new Stage().established().at(5_000, Stage.send(Side.A, "hello")).run();

    @BeforeEach
    void open() {
        player.open(run.timeline());
    }

    private int last() {
        return run.timeline().lastIndex();
    }

    @Test
    void aRunOpensPausedAtItsBeginning() {
        assertThat(player.getFrameIndex()).isZero();
        assertThat(player.getPlayheadNanos()).isZero();
        assertThat(player.isPlaying()).isFalse();
        assertThat(player.getTimeline()).isSameAs(run.timeline());
    }

    @Test
    void stepsGoBothWaysAndStopAtTheEnds() {
        player.step(1);
        player.step(1);
        assertThat(player.getFrameIndex()).isEqualTo(2);
        player.step(-1);
        assertThat(player.getFrameIndex()).isEqualTo(1);
        player.step(-5);
        assertThat(player.getFrameIndex()).isZero();
        player.step(1000);
        assertThat(player.getFrameIndex()).isEqualTo(last());
    }

    @Test
    void firstAndLastGoToTheEnds() {
        player.last();
        assertThat(player.getFrameIndex()).isEqualTo(last());
        assertThat(player.atEndProperty().get()).isTrue();
        player.first();
        assertThat(player.getFrameIndex()).isZero();
    }

    @Test
    void playingPassesEveryFrameInOrderAndEndsByItself() {
        List<Integer> seen = new ArrayList<>();
        player.frameIndexProperty().subscribe(index -> seen.add(index.intValue()));
        player.play();
        int ticks = 0;
        while (player.isPlaying() && ticks++ < 100_000) {
            player.tick(SECOND_NANOS / 60);
        }
        assertThat(player.isPlaying()).isFalse();
        assertThat(seen).isSorted().contains(0, 1, 2, last()).hasSize(last() + 1);
        assertThat(player.getPlayheadNanos()).isEqualTo(run.timeline().endNanos());
    }

    @Test
    void aPausedPlayerIgnoresTime() {
        player.tick(SECOND_NANOS);
        assertThat(player.getFrameIndex()).isZero();
        assertThat(player.storyMillisProperty().get()).isZero();
    }

    @Test
    void speedScalesTimeAndStaysInItsRange() {
        player.setSpeed(100);
        assertThat(player.getSpeed()).isEqualTo(Player.MAX_SPEED);
        player.setSpeed(0);
        assertThat(player.getSpeed()).isEqualTo(Player.MIN_SPEED);
        player.setSpeed(2);
        player.play();
        player.tick(SECOND_NANOS / 10);
        assertThat(player.storyMillisProperty().get()).isEqualTo(200);
    }

    @Test
    void theHeadMovesBetweenFramesWhilePlaying() {
        player.seekFrame(2);
        player.play();
        player.tick(SECOND_NANOS / 2);
        assertThat(player.getFrameIndex()).isEqualTo(2);
        assertThat(player.getPlayheadNanos())
                .isStrictlyBetween(
                        (double) run.timeline().frame(2).atNanos(),
                        (double) run.timeline().frame(3).atNanos());
    }

    @Test
    void seekingATimeAndSeekingItsPlaceInTheStoryAgree() {
        player.seekTime(15_000_000);
        double story = player.storyMillisProperty().get();
        int index = player.getFrameIndex();
        player.first();
        player.seekStory(story);
        assertThat(player.getFrameIndex()).isEqualTo(index);
        assertThat(player.getPlayheadNanos()).isCloseTo(15_000_000, within(1));
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    @Test
    void idleTimeIsSqueezed() {
        Pace pace = Pace.squeezed(run.timeline());
        for (int i = 1; i <= last(); i++) {
            assertThat(pace.millisAt(i) - pace.millisAt(i - 1)).isBetween(300.0, 3000.0);
        }
    }

    @Test
    void playingOnAtTheEndBeginsAgain() {
        player.last();
        player.toggle();
        assertThat(player.isPlaying()).isTrue();
        assertThat(player.getFrameIndex()).isZero();
        player.toggle();
        assertThat(player.isPlaying()).isFalse();
    }

    @Test
    void nobodySeesAnIndexThatTheTimelineDoesNotHave() {
        player.last();
        Run shorter = new Stage().at(0, Stage.listen(Side.B)).run();
        player.timelineProperty()
                .subscribe(shown -> {
                    assertThat(shown).isNotNull();
                    assertThat(player.getFrameIndex()).isLessThanOrEqualTo(shown.lastIndex());
                });
        player.open(shorter.timeline());
        assertThat(player.getFrameIndex()).isZero();
    }

    @Test
    void nothingBehindTheLimitIsShown() {
        player.setLimit(3);
        player.last();
        assertThat(player.getFrameIndex()).isEqualTo(3);
        player.seekTime(Long.MAX_VALUE);
        assertThat(player.getFrameIndex()).isEqualTo(3);
        assertThat(player.getPlayheadNanos())
                .isBetween(
                        (double) run.timeline().frame(3).atNanos(),
                        (double) run.timeline().frame(4).atNanos());
        player.seekStory(1e12);
        assertThat(player.getFrameIndex()).isEqualTo(3);
        player.seekFrame(2);
        player.play();
        for (int i = 0; i < 1000 && player.isPlaying(); i++) {
            player.tick(SECOND_NANOS / 10);
        }
        assertThat(player.isPlaying()).isFalse();
        assertThat(player.getFrameIndex()).isEqualTo(3);
        player.setLimit(1);
        assertThat(player.getFrameIndex()).isEqualTo(1);
        player.setLimit(Player.NO_LIMIT);
        player.last();
        assertThat(player.getFrameIndex()).isEqualTo(last());
    }

    @Test
    void anotherTimelineEndsTheLimit() {
        player.setLimit(1);
        player.open(run.timeline());
        player.last();
        assertThat(player.getFrameIndex()).isEqualTo(last());
    }
}
