package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.view.settings.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.SplitPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class EarlyLoadTest {
    @TempDir private Path folder;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    /** A tooltip made on another thread while JavaFX starts would keep JavaFX from starting. */
    @Test
    void theFirstViewsAreLoadedOnAnyThreadAndHaveNoWindows() {
        assertThat(Platform.isFxApplicationThread()).isFalse();
        var start = WindowStart.prepareFirst(new SettingsFile(folder));

        Parent root = new MainWindow(start, Locale.ENGLISH, Optional::empty).load();

        var all = new ArrayList<Node>();
        collect(root, all);
        assertThat(all).hasSizeGreaterThan(30);
        for (Node node : all) {
            assertThat(node.getProperties()).as("%s", node).doesNotContainKey(TOOLTIP);
            if (node instanceof Control control) {
                assertThat(control.getTooltip()).as("%s", control).isNull();
                assertThat(control.getContextMenu()).as("%s", control).isNull();
            }
        }
    }

    /** Where JavaFX keeps a tooltip that was installed. */
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";

    private static void collect(Node node, List<Node> all) {
        all.add(node);
        if (node instanceof SplitPane split) {
            split.getItems().forEach(item -> collect(item, all));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }
}
