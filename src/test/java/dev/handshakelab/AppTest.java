package dev.handshakelab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.NativeLibs;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AppTest {
    private Stage stage;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        new App().start(primary);
    }

    @Test
    void showsAWindowWithTheProgramsName() {
        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.getTitle()).isEqualTo("Handshake Lab");
    }
}
