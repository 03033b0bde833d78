package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Writing pictures and text from the window. */
class ExportTest extends WindowTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    private boolean isCardShown() {
        return isShown(".export-card");
    }

    @Test
    void aPictureIsWrittenByKeysAlone() {
        picked = folder.resolve("picture.svg");
        press(KeyCode.CONTROL, KeyCode.E);
        waitUntil(this::isCardShown);
        press(KeyCode.ENTER);
        waitUntil(() -> Files.exists(picked) && !isCardShown());
        assertThat(picked).content().contains("<svg", "SYN-RECEIVED");
    }

    @Test
    void aHandoutIsWrittenByMouse() {
        picked = folder.resolve("handout.pdf");
        press(KeyCode.CONTROL, KeyCode.E);
        waitUntil(this::isCardShown);
        choose("#format", 2);
        choose("#sheet", 1);
        robot.clickOn("#write");
        waitUntil(() -> Files.exists(picked) && !isCardShown());
        assertThat(picked).content(java.nio.charset.StandardCharsets.ISO_8859_1).contains("%PDF");
    }

    private void choose(String query, int index) {
        fx(() -> ((ChoiceBox<?>) lookup(query)).getSelectionModel().select(index));
    }

    @Test
    void escapeTakesTheCardAway() {
        press(KeyCode.CONTROL, KeyCode.E);
        waitUntil(this::isCardShown);
        press(KeyCode.ESCAPE);
        waitUntil(() -> !isCardShown());
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken.svg"));
        picked = taken;
        press(KeyCode.CONTROL, KeyCode.E);
        waitUntil(this::isCardShown);
        press(KeyCode.ENTER);
        waitUntil(() -> isShown(".notice"));
        try (var files = Files.list(taken)) {
            assertThat(files).isEmpty();
        }
    }
}
