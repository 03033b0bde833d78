package dev.handshakelab.view.host;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Png;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.fxml.Views;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws the host panel into target/pictures, for people to look at. Not part of the usual run: its
 * name does not end in Test. Run it with {@code ./mvnw -Dtest=HostPanelPictures test}.
 */
@ExtendWith(ApplicationExtension.class)
class HostPanelPictures {
    private Stage stage;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
        for (String weight : List.of("Regular", "Bold")) {
            Font.loadFont(resource("fonts/NotoSansSC-" + weight + "-subset.ttf"), 14);
        }
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.show();
    }

    @ParameterizedTest
    @CsvSource({
        "flight, A, 340, 1070, light, en, false, 14",
        "flight, A, 360, 1070, dark, zh, true, 14",
        "held, B, 380, 900, light, zh, false, 14",
        "held, B, 420, 900, dark, en, true, 14",
        "syn, A, 360, 900, light, en, false, 14",
        "ack, A, 360, 1070, light, en, false, 14",
        "wrap, A, 360, 1000, dark, en, false, 14",
        "large, A, 420, 1070, light, en, false, 20",
        "closed, A, 360, 500, light, zh, false, 14",
    })
    void draw(
            String name,
            Side side,
            int width,
            int height,
            String theme,
            String language,
            boolean relative,
            int fontPx)
            throws Exception {
        Timeline story =
                switch (name) {
                    case "wrap" -> Stories.wrap();
                    case "syn", "ack", "closed" -> Stories.handshake();
                    default -> PanelStory.disorder();
                };
        Predicate<HostView> moment =
                switch (name) {
                    case "flight", "large" ->
                            host ->
                                    host.tcb().retransmissionQueue().size() > 2
                                            && host.tcb().send().una() != host.tcb().send().iss();
                    case "held" -> host -> !host.tcb().reassemblyQueue().isEmpty();
                    case "wrap" ->
                            host ->
                                    host.state().isSynchronized()
                                            && !host.tcb().retransmissionQueue().isEmpty();
                    case "syn" -> host -> host.state().rfcName().equals("SYN-SENT");
                    case "ack" -> host -> host.state().rfcName().equals("ESTABLISHED");
                    default -> _ -> true;
                };
        WritableImage image =
                WaitForAsyncUtils.waitForAsyncFx(
                        20_000,
                        () -> {
                            var panel = new PanelStory(story);
                            panel.messages.setLocale(Locale.forLanguageTag(language));
                            panel.relative.set(relative);
                            panel.goTo(side, moment);
                            panel.playhead.set(panel.playhead.get() + 330_000_000);
                            return snapshot(panel, width, height, theme, fontPx);
                        });
        Path file = Path.of("target/pictures", "panel-" + name + "-" + theme + ".png");
        Png.write(image, file);
        assertThat(Files.size(file)).isGreaterThan(5_000);
    }

    private WritableImage snapshot(
            PanelStory panel, int width, int height, String theme, int fontPx) {
        boolean light = theme.equals("light");
        Application.setUserAgentStylesheet(
                light
                        ? new PrimerLight().getUserAgentStylesheet()
                        : new PrimerDark().getUserAgentStylesheet());
        var views = new Views(panel.messages);
        views.register(
                HostPanelController.class,
                () -> new HostPanelController(panel.model, panel.messages));
        Parent root = views.load(HostPanelController.class.getResource("HostPanel.fxml"));
        root.setStyle("-fx-font-size: " + fontPx + "px; -fx-background-color: -hl-pane;");
        var scene = new Scene(root, width, height);
        scene.getStylesheets()
                .addAll(resource("view/theme/" + theme + ".css"), resource("view/theme/base.css"));
        stage.setScene(scene);
        stage.sizeToScene();
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
        return scene.snapshot(null);
    }

    private static String resource(String name) {
        return HostPanelPictures.class.getResource("/dev/handshakelab/" + name).toExternalForm();
    }
}
