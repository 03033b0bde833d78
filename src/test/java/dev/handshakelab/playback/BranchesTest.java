package dev.handshakelab.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.TraceFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BranchesTest {
    private final Player player = new Player();
    private final Branches branches = new Branches(player);
    private final Run run = new Stage().established().at(5_000, Stage.send(Side.A, "hello")).run();

    @BeforeEach
    void open() {
        branches.open(run, List.of());
    }

    private boolean touchHere(Touch touch) {
        return branches.touch(player.getFrameIndex(), (long) player.getPlayheadNanos(), touch);
    }

    private static Touch send(String text) {
        return new Touch.Act(Stage.send(Side.A, text));
    }

    private List<Branch> all() {
        return branches.present().branches();
    }

    private Branch shown() {
        return branches.present().shown();
    }

    @Test
    void aTouchInTheStoryForksAndTheStoryStays() {
        player.seekFrame(2);
        assertThat(touchHere(new Touch.Drop(1))).isTrue();
        assertThat(all()).hasSize(2);
        assertThat(shown().number()).isEqualTo(2);
        assertThat(shown().forkedAtFrame()).isEqualTo(2);
        assertThat(branches.present().parentOf(shown()).orElseThrow().run()).isSameAs(run);
        assertThat(player.getFrameIndex()).isEqualTo(3);
        assertThat(player.getTimeline()).isSameAs(shown().run().timeline());
    }

    @Test
    void aBranchKnowsEverythingThatWasDoneSinceThePlan() {
        player.seekFrame(2);
        touchHere(new Touch.Drop(1));
        player.step(2);
        touchHere(new Touch.Drop(2));
        player.last();
        touchHere(send("more"));
        player.seekFrame(5);
        touchHere(send("less"));
        for (Branch branch : all()) {
            assertThat(
                            TraceFormat.PLAIN.format(
                                    Simulation.replay(run.plan(), branch.touches()).timeline()))
                    .isEqualTo(TraceFormat.PLAIN.format(branch.run().timeline()));
        }
    }

    @Test
    void whereNobodyHasWatchedTheFutureABranchGoesOn() {
        player.seekFrame(2);
        touchHere(new Touch.Drop(1));
        touchHere(send("a"));
        player.step(1);
        touchHere(send("b"));
        assertThat(all()).hasSize(2);
        assertThat(shown().touches()).hasSize(3);
        player.step(3);
        player.step(-2);
        touchHere(send("c"));
        assertThat(all()).as("a future that was watched stays").hasSize(3);
        assertThat(shown().touches()).hasSize(4);
    }

    @Test
    void aStoryWithNothingWrittenInItGoesOnItself() {
        branches.open(new Stage().run(), List.of());
        touchHere(new Touch.Act(Stage.listen(Side.B)));
        touchHere(new Touch.Act(Stage.connect(Side.A)));
        assertThat(all()).hasSize(1);
        assertThat(shown().touches()).hasSize(2);
    }

    @Test
    void aTouchThatChangesNothingMakesNoBranch() {
        assertThat(touchHere(new Touch.Drop(999))).isFalse();
        assertThat(all()).hasSize(1);
        assertThat(branches.canUndoProperty().get()).isFalse();
    }

    @Test
    void touchesAreUndoneWhereTheyWereMadeAndDoneAgain() {
        player.seekFrame(2);
        touchHere(new Touch.Drop(1));
        Branch dropped = shown();
        player.last();
        assertThat(branches.undo()).isTrue();
        assertThat(all()).hasSize(1);
        assertThat(player.getTimeline()).isSameAs(run.timeline());
        assertThat(player.getFrameIndex()).isEqualTo(2);
        assertThat(branches.undo()).isFalse();
        assertThat(branches.redo()).isTrue();
        assertThat(shown()).isEqualTo(dropped);
        assertThat(branches.redo()).isFalse();
    }

    @Test
    void namesAndDeletionsAreUndoneAndSwitchingIsNot() {
        player.seekFrame(2);
        touchHere(new Touch.Drop(1));
        branches.rename(shown(), "  lost SYN ");
        assertThat(shown().name()).isEqualTo("lost SYN");
        branches.show(all().getFirst());
        branches.delete(all().getLast());
        assertThat(all()).hasSize(1);
        branches.undo();
        assertThat(all().getLast().name()).isEqualTo("lost SYN");
        branches.undo();
        assertThat(all().getLast().name()).isEmpty();
        branches.redo();
        assertThat(all().getLast().name()).isEqualTo("lost SYN");
    }

    @Test
    void theLastBranchCannotBeDeletedAndOrphansGoToTheirGrandparent() {
        branches.delete(shown());
        assertThat(all()).hasSize(1);
        player.seekFrame(2);
        touchHere(new Touch.Drop(1));
        player.last();
        player.seekFrame(4);
        touchHere(send("x"));
        Branch middle = all().get(1);
        branches.delete(middle);
        assertThat(shown().number()).isEqualTo(3);
        assertThat(shown().parent()).isEqualTo(1);
        assertThat(shown().forkedAtFrame()).isEqualTo(2);
        branches.delete(shown());
        assertThat(shown().number()).isEqualTo(1);
    }

    @Test
    void aNewTouchForgetsWhatWasUndone() {
        player.seekFrame(2);
        touchHere(new Touch.Drop(1));
        branches.undo();
        touchHere(new Touch.Hold(1));
        assertThat(branches.canRedoProperty().get()).isFalse();
    }

    @Test
    void anythingCanBeUndoneDownToTheBeginningAndDoneAgain() {
        Random random = new Random(5);
        List<BranchTree> stages = new ArrayList<>();
        while (stages.size() < 40) {
            BranchTree before = branches.present();
            player.seekFrame(random.nextInt(player.getTimeline().frames().size()));
            boolean done =
                    switch (random.nextInt(5)) {
                        case 0 -> {
                            branches.rename(shown(), "name " + random.nextInt(1000));
                            yield true;
                        }
                        case 1 -> {
                            branches.delete(shown());
                            yield !branches.present().branches().equals(before.branches());
                        }
                        case 2 -> touchHere(new Touch.Act(new Action.Crash(Side.A, false)));
                        default -> touchHere(send("x" + random.nextInt(9)));
                    };
            if (done) {
                stages.add(before);
            }
        }
        List<Branch> end = branches.present().branches();
        for (BranchTree stage : stages.reversed()) {
            assertThat(branches.undo()).isTrue();
            assertThat(branches.present().branches()).isEqualTo(stage.branches());
        }
        assertThat(branches.undo()).isFalse();
        while (branches.redo()) {
            assertThat(player.getTimeline()).isSameAs(shown().run().timeline());
        }
        assertThat(branches.present().branches()).isEqualTo(end);
    }
}
