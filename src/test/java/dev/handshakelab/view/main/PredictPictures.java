package dev.handshakelab.view.main;

import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.testing.Png;
import dev.handshakelab.view.predict.PredictViewModel.Phase;
import dev.handshakelab.view.settings.Theme;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws questions, answers and the review in the real window into target/pictures, for people to
 * look at. Not part of the usual run: its name does not end in Test. Run it with {@code ./mvnw
 * -Dtest=PredictPictures test}.
 */
class PredictPictures extends WindowTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    @ParameterizedTest
    @CsvSource({
        "S12, LIGHT, en, 1280, 800, false",
        "S21a, DARK, zh, 1280, 800, false",
        "S07a, LIGHT, zh, 1280, 800, true",
        "S21a, DARK, en, 1920, 1080, true",
        "S05a, LIGHT, en, 1920, 1080, false"
    })
    void draw(String id, Theme theme, String language, int width, int height, boolean classMode)
            throws Exception {
        String name = "predict-%s-%s-%s-%d-".formatted(id, theme, language, width);
        fx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            preferences().themeProperty().set(theme);
            preferences().languageProperty().set(Locale.of(language));
            session().open(ScenarioLibrary.bundled().find(id).orElseThrow());
        });
        waitUntil(() -> session().scenarioProperty().get().id().equals(id));
        fx(() -> state().classModeProperty().set(classMode));
        robot.type(KeyCode.P);
        int asked = 0;
        while (window.predict().phaseProperty().get() != Phase.REVIEW) {
            switch (window.predict().phaseProperty().get()) {
                case ASKING -> {
                    asked++;
                    picture(name + asked + "-asked");
                    int right = window.predict().questionProperty().get().rightIndex();
                    int answer = asked % 3 == 0 ? right : right == 0 ? 1 : 0;
                    fx(() -> window.predict().answer(answer));
                }
                case ANSWERED -> {
                    picture(name + asked + "-told");
                    fx(() -> window.predict().proceed());
                }
                case WATCHING -> {
                    if (session().player().atEndProperty().get()) {
                        fx(() -> window.predict().end());
                    } else {
                        robot.type(KeyCode.RIGHT);
                    }
                }
                case OFF, REVIEW -> throw new AssertionError();
            }
        }
        picture(name + "review");
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image =
                WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.getScene().snapshot(null));
        Png.write(image, Path.of("target/pictures", name + ".png"));
    }
}
