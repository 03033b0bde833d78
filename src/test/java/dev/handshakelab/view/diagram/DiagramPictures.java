package dev.handshakelab.view.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.Labels;
import dev.handshakelab.diagram.Target;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.testing.Png;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.text.DiagramLabels;
import dev.handshakelab.view.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws the diagram into target/pictures, for people to look at. Not part of the usual run: its
 * name does not end in Test. Run it with {@code ./mvnw -Dtest=DiagramPictures test}.
 */
@ExtendWith(ApplicationExtension.class)
class DiagramPictures {
    @Start
    void start(Stage stage) {
        stage.show();
    }

    /** Frames: -1 is the last one, -2 the one in the middle. */
    @ParameterizedTest
    @CsvSource({
        "S01, 640, 560, light, false, -1, 14, 1, false",
        "S03b, 640, 900, dark, true, -1, 14, 1, false",
        "S06a, 900, 900, light, false, -1, 14, 1, false",
        "S09, 640, 900, light, false, -1, 14, 1, false",
        "handshake, 620, 700, light, false, -1, 14, 1, false",
        "handshake, 1280, 800, light, false, 3, 14, 1, false",
        "handshake, 1280, 800, dark, true, 3, 20, 1, true",
        "lost-syn, 620, 800, light, true, -1, 14, 1, false",
        "lost-syn, 1000, 800, dark, false, -1, 14, 1, false",
        "stale-syn, 700, 800, light, false, -1, 14, 1, false",
        "simultaneous-close, 1000, 800, light, true, -1, 14, 1, false",
        "simultaneous-open, 620, 500, dark, false, -1, 14, 1, false",
        "normal-close, 1920, 1080, dark, true, -1, 20, 1, false",
        "normal-close, 620, 900, light, false, -2, 14, 1, false",
        "disorder, 700, 1000, light, false, -1, 14, 1, false",
        "burst, 620, 1400, light, false, -1, 14, 1, false",
        "reset, 620, 800, light, false, -1, 14, 1, false",
        "crash, 620, 800, light, false, -1, 14, 1, false",
        "no-delay, 620, 900, light, false, -1, 14, 1, false",
        "slow-link, 620, 1200, light, false, -1, 14, 1, false",
        "held, 700, 900, light, false, -1, 14, 1, false",
        "unfinished, 620, 600, light, false, -1, 14, 1, false",
        "stale-syn, 640, 800, dark, true, -2, 14, 1.6, true",
        "simultaneous-close, 560, 500, light, false, -2, 12, 0.7, false",
        "wrap, 440, 900, light, false, -1, 14, 1, false",
        "dead-link, 620, 1200, light, false, -1, 14, 1, false",
    })
    void draw(
            String story,
            int width,
            int height,
            String theme,
            boolean chinese,
            int frame,
            int fontPx,
            double zoom,
            boolean hideFuture)
            throws Exception {
        Timeline timeline =
                ScenarioLibrary.bundled()
                        .find(story)
                        .map(scenario -> Simulation.run(scenario.plan()).timeline())
                        .orElseGet(() -> Stories.all().get(story));
        Labels labels =
                new DiagramLabels(
                        new Messages(chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH));
        SequenceDiagram diagram = new SequenceDiagram();
        WritableImage image =
                WaitForAsyncUtils.waitForAsyncFx(
                        20_000,
                        () -> {
                            diagram.setLabels(labels);
                            diagram.setTimeline(timeline);
                            int shown =
                                    frame == -1
                                            ? timeline.lastIndex()
                                            : frame == -2 ? timeline.lastIndex() / 2 : frame;
                            diagram.setFrameIndex(shown);
                            double next =
                                    shown < timeline.lastIndex()
                                            ? timeline.frame(shown + 1).atNanos()
                                            : timeline.endNanos();
                            diagram.setPlayheadNanos((timeline.frame(shown).atNanos() + next) / 2);
                            diagram.setZoom(zoom);
                            diagram.hideFutureProperty().set(hideFuture);
                            diagram.setSelection(new Target.OfFlight(timeline.flights().get(1), 3));
                            return snapshot(diagram, width, height, theme, fontPx);
                        });
        Path file = Path.of("target/pictures", story + "-" + width + "-" + theme + ".png");
        Png.write(image, file);
        assertThat(Files.size(file)).isGreaterThan(5_000);
    }

    private static WritableImage snapshot(
            SequenceDiagram diagram, int width, int height, String theme, int fontPx) {
        Font.loadFont(resource("/dev/handshakelab/fonts/NotoSansSC-Regular-subset.ttf"), 14);
        Font.loadFont(resource("/dev/handshakelab/fonts/NotoSansSC-Bold-subset.ttf"), 14);
        StackPane root = new StackPane(diagram);
        root.setStyle("-fx-font-family: 'Noto Sans SC'; -fx-font-size: " + fontPx + "px;");
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().add(resource("/dev/handshakelab/view/theme/" + theme + ".css"));
        root.applyCss();
        root.layout();
        root.applyCss();
        root.layout();
        return scene.snapshot(null);
    }

    private static String resource(String name) {
        return Objects.requireNonNull(DiagramPictures.class.getResource(name)).toExternalForm();
    }
}
