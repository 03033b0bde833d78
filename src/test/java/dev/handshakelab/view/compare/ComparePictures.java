package dev.handshakelab.view.compare;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Png;
import dev.handshakelab.testing.ProjectFiles;
import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the comparison in {@code target/compare}, to be looked at; not part of the build. */
@ExtendWith(ApplicationExtension.class)
class ComparePictures {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final CompareViewModel model =
            new CompareViewModel(
                    ScenarioLibrary.bundled(), (work, done) -> done.accept(work.get()));
    private Stage stage;
    private Scene scene;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
        Look.loadFonts();
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        Parent root = CompareView.load(model, messages);
        scene = new Scene(root, 1280, 800);
        dress("LIGHT");
        primary.setScene(scene);
        primary.show();
    }

    @ParameterizedTest
    @CsvSource({
        "STALE_SYN, LIGHT, en, 1280, 800",
        "STALE_SYN, LIGHT, zh, 1280, 800",
        "STALE_SYN, DARK, en, 1280, 800",
        "STALE_SYN, DARK, zh, 1280, 800",
        "STALE_SYN, LIGHT, en, 1920, 1080",
        "STALE_SYN, DARK, zh, 1920, 1080",
        "GREETED_GHOST, LIGHT, en, 1280, 800",
        "LAST_ACK, LIGHT, zh, 1280, 800",
        "OLD_DATA, LIGHT, en, 1280, 800",
        "DUPLICATE, DARK, en, 1280, 800",
        "ALWAYS_ZERO, LIGHT, en, 1280, 800",
        "FORGED_RESETS, LIGHT, en, 1280, 800",
        "RESET_WHILE_OPENING, DARK, zh, 1920, 1080"
    })
    void picture(String pair, String theme, String language, int width, int height, FxRobot robot)
            throws Exception {
        robot.interact(() -> {
            dress(theme);
            stage.setWidth(width);
            stage.setHeight(height);
            messages.setLocale(Locale.of(language));
            model.choices().stream()
                    .filter(one -> one.pair().map(Enum::name).filter(pair::equals).isPresent())
                    .findFirst()
                    .ifPresent(model.choiceProperty()::set);
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForFxEvents();
        var image = WaitForAsyncUtils.asyncFx(() -> scene.snapshot(null)).get();
        String name =
                "%s-%s-%s-%d.png".formatted(pair, theme, language, width).toLowerCase(Locale.ROOT);
        Png.write(image, ProjectFiles.ROOT.resolve("target/compare/" + name));
    }

    private void dress(String theme) {
        boolean dark = theme.equals("DARK");
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>();
        sheets.add(resource("view/theme/" + (dark ? "dark" : "light") + ".css"));
        sheets.add(resource("view/theme/base.css"));
        sheets.add(
                "data:text/css,.root{-fx-font-size:14px;}.ikonli-font-icon{-fx-icon-size:16px;}");
        scene.getStylesheets().setAll(sheets);
    }

    private static String resource(String name) {
        return Messages.class.getResource("/dev/handshakelab/" + name).toExternalForm();
    }
}
