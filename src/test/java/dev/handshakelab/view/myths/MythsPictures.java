package dev.handshakelab.view.myths;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Misconceptions;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.testing.Png;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.text.Messages;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws the page of misconceptions under its banner into target/pictures, for people to look at.
 * Not part of the usual run: its name does not end in Test. Run it with {@code ./mvnw
 * -Dtest=MythsPictures test}.
 */
@ExtendWith(ApplicationExtension.class)
class MythsPictures {
    private static final MythActions NOTHING =
            new MythActions() {
                @Override
                public void show(Misconception misconception) {}

                @Override
                public void open(Scenario scenario) {}

                @Override
                public void close() {}
            };

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @CsvSource({
        "light, en, 900, 650, 14, M3, ''",
        "light, zh, 900, 650, 14, M3, ''",
        "dark, en, 900, 650, 14, M22, time-wait",
        "dark, zh, 900, 650, 14, M22, time-wait",
        "light, en, 1280, 800, 14, M11, cable",
        "dark, zh, 1280, 800, 28, M11, ''",
        "light, en, 1280, 800, 28, M1, 'nothing at all'"
    })
    void draw(
            String theme,
            String language,
            int width,
            int height,
            int fontPx,
            String banner,
            String search)
            throws Exception {
        Look.loadFonts();
        var messages = new Messages(Locale.of(language));
        var model = new MythsViewModel(Misconceptions.all(), ScenarioLibrary.bundled(), messages);
        var shown = new ShownMyth();
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    Application.setUserAgentStylesheet(
                            theme.equals("light")
                                    ? new PrimerLight().getUserAgentStylesheet()
                                    : new PrimerDark().getUserAgentStylesheet());
                    model.searchProperty().set(search);
                    shown.show(Misconceptions.find(banner).orElseThrow());
                    var views = new Views(messages);
                    views.register(
                            MythsController.class,
                            () -> new MythsController(model, NOTHING, messages));
                    views.register(
                            MythBannerController.class,
                            () -> new MythBannerController(shown, () -> {}, messages));
                    var root = new BorderPane();
                    root.setTop(views.load(resource("myths/MythBanner.fxml")));
                    root.setCenter(new StackPane(views.load(resource("myths/Myths.fxml"))));
                    root.setStyle("-fx-font-size: " + fontPx + "px;");
                    var scene = new Scene(root, width, height);
                    for (String sheet : new String[] {theme + ".css", "base.css"}) {
                        scene.getStylesheets().add(resource("theme/" + sheet).toExternalForm());
                    }
                    Stages.show(stage, scene);
                });
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image =
                WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.getScene().snapshot(null));
        Path file =
                Path.of(
                        "target/pictures",
                        "myths-" + theme + "-" + language + "-" + width + "-" + fontPx + ".png");
        Png.write(image, file);
        assertThat(Files.size(file)).isGreaterThan(5_000);
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(
                Messages.class.getResource("/dev/handshakelab/view/" + name), name);
    }
}
