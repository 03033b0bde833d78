package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.view.diagram.SequenceDiagram;
import dev.handshakelab.view.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The start as the user has it: what the first picture does not need comes after it. */
@ExtendWith(ApplicationExtension.class)
class LazyStartTest {
    private static final int PATIENCE_SECONDS = 20;

    /** Parts that the first picture does without. */
    private static final String[] LATE = {
        ".menu-bar",
        ".quick-bar",
        ".host-calls",
        "#tree",
        ".details",
        ".transport",
        "#strip",
        ".coach"
    };

    @TempDir private static Path folder;
    private Stage stage;
    private WindowStart start;
    private @Nullable DiagramLayout firstLayout;
    private @Nullable Bounds firstBounds;
    private List<String> early = List.of("no first picture");

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    @org.testfx.framework.junit5.Start
    void open(Stage primary) {
        stage = primary;
        Stages.reset(stage);
        stage.getIcons().clear();
        Look.loadFonts();
        start = WindowStart.prepareFirst(new SettingsFile(folder));
        new MainWindow(start, Locale.ENGLISH, Optional::empty).show(primary);
        FirstPicture.then(stage.getScene(), this::seeFirstPicture);
    }

    private void seeFirstPicture() {
        Parent root = stage.getScene().getRoot();
        var diagram = (SequenceDiagram) root.lookup("#diagram");
        firstLayout = diagram.getDiagramLayout();
        firstBounds = diagram.localToScene(diagram.getLayoutBounds());
        early = Stream.of(LATE).filter(part -> root.lookup(part) != null).toList();
        Event.fireEvent(
                diagram,
                new KeyEvent(KeyEvent.KEY_PRESSED, "f", "f", KeyCode.F, false, true, false, false));
    }

    @Test
    void beginsWithTheFirstScenarioAndReadsTheOthersAfterwards(FxRobot robot)
            throws TimeoutException {
        assertThat(start.isRead()).isFalse();
        assertThat(start.story().scenario())
                .isEqualTo(ScenarioLibrary.bundled().scenarios().getFirst());

        TreeView<?> tree = robot.lookup("#tree").queryAs(TreeView.class);
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS, TimeUnit.SECONDS, () -> scenariosIn(tree) > 100);

        assertThat(scenariosIn(tree)).isEqualTo(ScenarioLibrary.bundled().scenarios().size());
        assertThat(stage.getIcons()).isNotEmpty();
    }

    @Test
    void theFirstPictureHasTheDiagramInItsPlaceAndTheRestFollows(FxRobot robot)
            throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS, TimeUnit.SECONDS, () -> !stage.getIcons().isEmpty());

        assertThat(early).isEmpty();
        for (String part : LATE) {
            assertThat(robot.lookup(part).tryQuery()).as(part).isPresent();
        }
        SequenceDiagram diagram = robot.lookup("#diagram").query();
        assertThat(firstLayout).isNotNull().isSameAs(diagram.getDiagramLayout());
        assertThat(diagram.localToScene(diagram.getLayoutBounds())).isEqualTo(firstBounds);
    }

    @Test
    void aKeyThatComesBeforeItsPartIsNotLost(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> robot.lookup("#library #search").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#library #search").query().isFocused()).isTrue();
    }

    private static int scenariosIn(TreeView<?> tree) {
        return tree.getRoot().getChildren().stream()
                .mapToInt(chapter -> chapter.getChildren().size())
                .sum();
    }
}
