package dev.handshakelab.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BranchesTest {
    private final Run original = PlayerTest.run("S01");
    private Player player;
    private Branches branches;

    @BeforeEach
    void setUp() {
        player = new Player();
        branches = new Branches(original, player);
    }

    @Test
    void theFirstCourseIsTheScenariosOwn() {
        assertThat(branches.all()).containsExactly(branches.getCurrent());
        assertThat(branches.getCurrent().parent()).isNull();
        assertThat(player.getTimeline()).isSameAs(original.timeline());
    }

    @Test
    void losingTheSynMakesAnotherCourseAndKeepsTheFirst() {
        Branch first = branches.getCurrent();
        // Frame 2: the SYN has left.
        Branch second = branches.fork(2, new Touch.Drop(1)).orElseThrow();

        assertThat(second.parent()).isSameAs(first);
        assertThat(second.forkFrame()).isEqualTo(2);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.run().timeline().frames().subList(0, 3))
                .isEqualTo(original.timeline().frames().subList(0, 3));
        assertThat(second.run().timeline().frame(3))
                .isNotEqualTo(original.timeline().frame(3));
        // The SYN is repeated, and the story ends well.
        assertThat(second.run().last().tcb(Side.B).state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(second.run().timeline().endNanos()).isGreaterThan(1_000_000_000);

        assertThat(first.run()).isEqualTo(PlayerTest.run("S01"));
        assertThat(branches.all()).containsExactly(first, second);
        assertThat(player.getTimeline()).isSameAs(second.run().timeline());
        assertThat(player.getFrameIndex()).isEqualTo(3);
    }

    @Test
    void aForkBetweenTwoFrames() {
        Branch second = branches.fork(2, 4_000_000, new Touch.Drop(1)).orElseThrow();
        assertThat(second.run().timeline().frame(3).atNanos()).isEqualTo(4_000_000);
    }

    @Test
    void aTouchThatDoesNothingMakesNoCourse() {
        assertThat(branches.fork(0, new Touch.Drop(77))).isEmpty();
        assertThat(branches.all()).hasSize(1);
        assertThat(player.getTimeline()).isSameAs(original.timeline());
    }

    @Test
    void goingBackKeepsThePlaceAsFarAsBothAreTheSame() {
        Branch first = branches.getCurrent();
        Branch second = branches.fork(2, new Touch.Drop(1)).orElseThrow();
        player.last();
        branches.select(first);
        assertThat(player.getTimeline()).isSameAs(original.timeline());
        assertThat(player.getFrameIndex()).isEqualTo(2);
        player.seekFrame(1);
        branches.select(second);
        assertThat(branches.getCurrent()).isSameAs(second);
        assertThat(player.getFrameIndex()).isEqualTo(1);
    }

    @Test
    void aForkOfAFork() {
        branches.fork(2, new Touch.Drop(1)).orElseThrow();
        int retransmitted = 4;
        Branch third = branches.fork(retransmitted, new Touch.Drop(2)).orElseThrow();
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.run().timeline().endNanos()).isGreaterThan(3_000_000_000L);
    }

    @Test
    void aStrangeCourseIsRefused() {
        Branch strange = new Branch(1, null, -1, PlayerTest.run("S12"));
        assertThatThrownBy(() -> branches.select(strange))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
