package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.view.main.MainWindow.Start;
import dev.handshakelab.view.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
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

    @TempDir private static Path folder;
    private Stage stage;
    private Start start;

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
        start = Start.prepareFirst(new SettingsFile(folder));
        new MainWindow(primary, start, Locale.ENGLISH, Optional::empty).show();
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

    private static int scenariosIn(TreeView<?> tree) {
        return tree.getRoot().getChildren().stream()
                .mapToInt(chapter -> chapter.getChildren().size())
                .sum();
    }
}
