package dev.handshakelab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.view.settings.ConfigFolder;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AppTest {
    @TempDir private static Path folder;
    private Stage stage;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
        System.setProperty(ConfigFolder.PROPERTY, folder.toString());
    }

    @AfterAll
    static void forgetFolder() {
        System.clearProperty(ConfigFolder.PROPERTY);
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        var app = new App();
        app.init();
        app.start(primary);
    }

    @Test
    void showsAWindowWithTheProgramsName() {
        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.getTitle()).isEqualTo("Handshake Lab");
    }
}
