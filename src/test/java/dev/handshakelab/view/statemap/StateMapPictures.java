package dev.handshakelab.view.statemap;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.testing.Png;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws the map into target/pictures, for people to look at. Not part of the usual run: its name
 * does not end in Test. Run it with {@code ./mvnw -Dtest=StateMapPictures test}.
 */
@ExtendWith(ApplicationExtension.class)
class StateMapPictures {
    @Start
    void start(Stage stage) {
        Look.loadFonts();
        stage.show();
    }

    /** Frames: -1 is the last one, -2 the one in the middle. */
    @ParameterizedTest
    @CsvSource({
        "handshake, 400, 520, light, en, 3, 14, true, -",
        "normal-close, 400, 520, dark, zh, -2, 14, true, -",
        "normal-close, 900, 700, light, zh, -1, 14, true, -",
        "normal-close, 900, 700, dark, en, -2, 14, true, >FIN_WAIT_1>CLOSED>",
        "simultaneous-close, 1600, 900, light, en, -2, 14, true, >O>W>ESTABLISHED>FIN_WAIT_1>",
        "simultaneous-open, 1600, 900, dark, zh, -1, 20, false, -",
        "crash, 420, 700, light, en, -1, 14, false, -",
        "reset, 360, 460, light, zh, -1, 14, true, >TIME_WAIT>",
        "two-way, 1000, 800, light, en, -1, 14, true, >TIME_WAIT>SYN_RECEIVED>",
        "linux, 400, 560, light, en, -1, 14, true, >ESTABLISHED>",
        "two-way, 400, 560, dark, en, -1, 14, true, -",
        "handshake, 640, 900, light, en, 2, 20, true, >LISTEN>SYN_RECEIVED>",
    })
    void draw(
            String story,
            int width,
            int height,
            String theme,
            String language,
            int frame,
            int fontPx,
            boolean omitted,
            String pointed)
            throws Exception {
        Timeline timeline =
                switch (story) {
                    case "two-way" -> twoWay();
                    case "linux" ->
                            new dev.handshakelab.testing.Stage()
                                    .options(_ -> TcpOptions.LINUX_LIKE.toBuilder())
                                    .established()
                                    .run()
                                    .timeline();
                    default -> Objects.requireNonNull(Stories.all().get(story));
                };
        WritableImage image =
                WaitForAsyncUtils.waitForAsyncFx(
                        20_000,
                        () -> {
                            StateMap map = new StateMap();
                            map.setMessages(new Messages(Locale.forLanguageTag(language)));
                            map.setTimeline(timeline);
                            map.showOmittedProperty().set(omitted);
                            int last = timeline.lastIndex();
                            map.setFrameIndex(frame == -1 ? last : frame == -2 ? last / 2 : frame);
                            return snapshot(map, width, height, theme, fontPx, pointed);
                        });
        Path file =
                Path.of(
                        "target/pictures",
                        "map-" + story + "-" + width + "-" + theme + "-" + language + ".png");
        Png.write(image, file);
        assertThat(Files.size(file)).isGreaterThan(5_000);
    }

    /** With all that may be switched on. */
    private static Timeline twoWay() {
        return new dev.handshakelab.testing.Stage()
                .options(options -> {
                    for (Switch each : Switch.values()) {
                        if (each != Switch.OPEN_FORBIDDEN && each != Switch.NO_ROOM) {
                            options.with(each);
                        }
                    }
                    return options.with(Variant.TWO_WAY_HANDSHAKE)
                            .timeWaitReuse(TcpOptions.TimeWaitReuse.SEQUENCE_NUMBER)
                            .finWait2TimeoutNanos(60_000_000_000L);
                })
                .established()
                .run()
                .timeline();
    }

    private static WritableImage snapshot(
            StateMap map, int width, int height, String theme, int fontPx, String pointed) {
        Application.setUserAgentStylesheet(
                theme.equals("dark")
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        StackPane root = new StackPane(map);
        root.setStyle("-fx-font-size: " + fontPx + "px;");
        Scene scene = new Scene(root, width, height);
        for (String sheet : new String[] {theme, "base"}) {
            String name = "/dev/handshakelab/view/theme/" + sheet + ".css";
            scene.getStylesheets()
                    .add(
                            Objects.requireNonNull(StateMapPictures.class.getResource(name))
                                    .toExternalForm());
        }
        root.applyCss();
        root.layout();
        root.applyCss();
        root.layout();
        StateMapSkin skin = (StateMapSkin) map.getSkin();
        for (MapItem item : skin.map().items()) {
            if (item.toString().replaceAll("[^A-Z0-9_]+", ">").endsWith(pointed)) {
                Objects.requireNonNull(skin.map().focusNode(item)).fireEvent(enter());
            }
        }
        root.applyCss();
        root.layout();
        return scene.snapshot(null);
    }

    private static MouseEvent enter() {
        return new MouseEvent(
                MouseEvent.MOUSE_ENTERED,
                0,
                0,
                0,
                0,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }
}
