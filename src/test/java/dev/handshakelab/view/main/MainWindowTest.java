package dev.handshakelab.view.main;

import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.view.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    @TempDir static Path folder;
    Stage stage;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        Look.loadFonts();
        new MainWindow(
                        primary,
                        MainWindow.Start.prepare(new SettingsFile(folder)),
                        Locale.ENGLISH,
                        Optional::empty)
                .show();
    }

    @Test
    void dump() {
        WaitForAsyncUtils.waitForFxEvents();
        dump(stage.getScene().getRoot(), "");
    }

    void dump(Node n, String in) {
        System.out.println(
                in
                        + n.getClass().getSimpleName()
                        + "#"
                        + n.getId()
                        + " "
                        + n.getStyleClass()
                        + " "
                        + n.getLayoutX()
                        + ","
                        + n.getLayoutY()
                        + " "
                        + n.getLayoutBounds().getWidth()
                        + "x"
                        + n.getLayoutBounds().getHeight()
                        + (n.isManaged() ? "" : " unmanaged"));
        if (n instanceof Parent p && in.length() < 14)
            p.getChildrenUnmodifiable().forEach(c -> dump(c, in + " "));
    }
}
