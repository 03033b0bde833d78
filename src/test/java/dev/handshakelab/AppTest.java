package dev.handshakelab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.view.settings.ConfigFolder;
import java.nio.file.Path;
import java.util.Map;
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

    @Test
    void nothingRunsBesideTheStartThatSetsTheEnvironment() {
        assertThat(App.isSafeEarly("Linux", Map.of())).isFalse();
        assertThat(App.isSafeEarly("Linux", Map.of("GDK_BACKEND", "x11"))).isFalse();
        assertThat(
                        App.isSafeEarly(
                                "Linux",
                                Map.of("GDK_BACKEND", "x11", "IBUS_ENABLE_SYNC_MODE", "1")))
                .isTrue();
        assertThat(App.isSafeEarly("Windows 11", Map.of())).isTrue();
    }
}
