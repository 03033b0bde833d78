package dev.handshakelab.view.main;

import dev.handshakelab.diagram.Target;
import dev.handshakelab.testing.Png;
import dev.handshakelab.view.command.Command;
import dev.handshakelab.view.settings.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws what touching looks like into target/pictures, for people to look at. Not part of the usual
 * run: its name does not end in Test. Run it with {@code ./mvnw -Dtest=TouchPictures test}.
 */
class TouchPictures extends WindowTest {
    private String name = "";

    @Start
    void start(Stage primary) {
        open(primary);
    }

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, 1280, 800",
        "zh, DARK, 1280, 800",
        "zh, LIGHT, 1920, 1060",
        "en, DARK, 1920, 1060"
    })
    void draw(String language, Theme theme, int width, int height) {
        name = language + "-" + theme + "-" + width;
        fx(() -> {
            preferences().languageProperty().set(Locale.forLanguageTag(language));
            preferences().themeProperty().set(theme);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        save("1-hint");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        fx(() ->
                session()
                        .selectionProperty()
                        .set(new Target.OfFlight(timeline().flights().getFirst(), 2)));
        save("2-selected");
        robot.type(KeyCode.CONTEXT_MENU);
        save("3-menu");
        robot.type(KeyCode.ESCAPE).type(KeyCode.N);
        save("4-next");
        fx(() -> ((MenuButton) lookup("#callsA")).show());
        save("5-calls");
        fx(() -> ((MenuButton) lookup("#callsA")).hide());
        robot.type(KeyCode.END);
        fx(() -> window.hands().run(Command.TOUCH_INJECT));
        robot.clickOn("#recipes").type(KeyCode.DOWN, 5).type(KeyCode.ENTER);
        save("6-inject");
        fx(() -> window.hands().run(Command.SANDBOX));
        waitUntil(() -> timeline().lastIndex() == 0);
        save("7-sandbox");
    }

    private void save(String what) {
        WaitForAsyncUtils.waitForFxEvents(12);
        fx(() -> {
            write(stage, what + "-" + name);
            int number = 0;
            for (Window popup : Window.getWindows()) {
                if (popup != stage) {
                    write(popup, what + "-" + name + "-popup" + number++);
                }
            }
        });
    }

    private static void write(Window shown, String file) {
        shown.getScene().getRoot().applyCss();
        try {
            Png.write(
                    shown.getScene().snapshot(null),
                    Path.of("target/pictures/touch", file + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
