package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.playback.Branch;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.view.diagram.SequenceDiagram;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

class BranchStripTest extends WindowTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    private void touch(int frame, Touch touch, int branches) {
        fx(() -> {
            session().player().seekFrame(frame);
            session().touch(touch);
        });
        waitUntil(() -> all().size() == branches);
    }

    private List<Branch> all() {
        return session().branches().present().branches();
    }

    private Branch shown() {
        return session().branches().present().shown();
    }

    private String chip(int number) {
        return robot.lookup("#branch" + number).<Labeled>query().getText();
    }

    @Test
    void theStripIsThereOnceThereIsMoreThanOneBranch() {
        assertThat(isShown("#strip")).isFalse();
        touch(2, new Touch.Drop(1), 2);
        assertThat(isShown("#strip")).isTrue();
        assertThat(chip(1)).isEqualTo("1 · Original");
        assertThat(chip(2)).isEqualTo("2 · SYN lost, from step 2");
        fx(() -> session().branches().undo());
        assertThat(isShown("#strip")).isFalse();
        fx(() -> session().branches().redo());
        fx(() -> state().classModeProperty().set(true));
        assertThat(isShown("#strip")).isFalse();
        fx(() -> state().classModeProperty().set(false));
    }

    @Test
    void aChipShowsItsBranchAndCanBeRenamedByKeyAndByMouse() {
        touch(2, new Touch.Drop(1), 2);
        robot.clickOn("#branch1");
        assertThat(shown().number()).isEqualTo(1);
        robot.clickOn("#branch2");
        robot.push(KeyCode.F2);
        waitUntil(() -> isShown("#branchName"));
        robot.write("no answer").push(KeyCode.ENTER);
        waitUntil(() -> shown().name().equals("no answer"));
        assertThat(chip(2)).isEqualTo("2 · no answer");
        robot.clickOn("#rename");
        waitUntil(() -> isShown("#branchName"));
        robot.write("other").push(KeyCode.ESCAPE);
        waitUntil(() -> !isShown("#branchName"));
        assertThat(shown().name()).isEqualTo("no answer");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(() -> shown().name().isEmpty());
    }

    @Test
    void aBranchIsDeletedByKeyAndComesBackByUndo() {
        touch(2, new Touch.Drop(1), 2);
        robot.clickOn("#branch2").push(KeyCode.DELETE);
        waitUntil(() -> all().size() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(() -> all().size() == 2);
    }

    @Test
    void twoBranchesStandSideBySide() {
        touch(2, new Touch.Drop(1), 2);
        robot.clickOn("#strip #compare");
        robot.clickOn("#compareWith1");
        waitUntil(() -> isShown("#twinTcp") && isShown("#twinVariant"));
        waitUntil(() -> texts("#twinTcp").contains("1 · Original"));
        assertThat(texts("#twinVariant")).contains("2 · SYN lost, from step 2");
        assertThat(isShown("#costCard")).isFalse();
        assertThat(isShown("#variants")).isFalse();
        robot.push(KeyCode.ESCAPE);
        waitUntil(() -> !isShown("#twinTcp"));
    }

    @Test
    void theCourseLeftBehindIsSeenFaintlyUnlessItIsSwitchedOff() {
        SequenceDiagram diagram = robot.lookup("#diagram").query();
        assertThat(diagram.leftCourseProperty().get()).isNull();
        touch(2, new Touch.Drop(1), 2);
        assertThat(diagram.leftCourseProperty().get()).isNotNull();
        assertThat(robot.lookup(".ghost").queryAllAs(Node.class)).isNotEmpty();
        fx(() -> state().showGhostProperty().set(false));
        assertThat(diagram.leftCourseProperty().get()).isNull();
    }
}
