package dev.handshakelab.view.host;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.settings.Preferences;
import dev.handshakelab.view.settings.Settings;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The headers over the diagram, as narrow as the window lets them be. */
@ExtendWith(ApplicationExtension.class)
class HostHeaderTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final SimpleIntegerProperty frame = new SimpleIntegerProperty();
    private final Preferences preferences = new Preferences(Settings.DEFAULT, Locale.ENGLISH);
    private Stage stage;
    private LaneHeaders headers;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
        Look.loadFonts();
    }

    @Start
    void start(Stage primary) {
        var timeline = new SimpleObjectProperty<>(Stories.normalClose());
        var views = new Views(messages);
        headers = new LaneHeaders();
        for (Side side : Side.values()) {
            var model =
                    new HostViewModel(side, timeline, frame, new SimpleBooleanProperty(), messages);
            var controller = new HostController(preferences, messages);
            views.register(HostController.class, () -> controller);
            views.register(
                    HostButtonsController.class,
                    () -> new HostButtonsController(preferences, messages));
            Parent header = views.load(HostController.class.getResource("Host.fxml"));
            views.all();
            controller.show(model);
            headers.getChildren().add(header);
        }
        var scene = new Scene(headers, 504, 500);
        for (String sheet : List.of("light.css", "base.css")) {
            scene.getStylesheets()
                    .add(
                            HostHeaderTest.class
                                    .getResource("/dev/handshakelab/view/theme/" + sheet)
                                    .toExternalForm());
        }
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = primary;
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @ParameterizedTest
    @CsvSource({
        "504, 14, en, true",
        "504, 14, zh, false",
        "660, 14, en, false",
        "900, 14, en, true",
        "1400, 14, zh, true",
        "720, 20, en, true",
        "1400, 20, zh, false"
    })
    void wholeWordsAndNoJumpWhenTheStateChanges(
            double width, int fontPx, String language, boolean unfolded, FxRobot robot) {
        robot.interact(() -> {
            preferences.showVariablesProperty().set(unfolded);
            headers.setStyle("-fx-font-size: " + fontPx + "px;");
            messages.setLocale(Locale.forLanguageTag(language));
            stage.setWidth(width);
        });
        double height = 0;
        for (int index = 0; index < 20; index++) {
            int shown = index;
            robot.interact(() -> {
                frame.set(shown);
                headers.applyCss();
                headers.layout();
            });
            double now = headers.prefHeight(headers.getWidth());
            assertThat(now).isEqualTo(index == 0 ? now : height);
            height = now;
            assertThat(headers.getHeight()).isGreaterThanOrEqualTo(now);
            for (Node node : headers.lookupAll(".label")) {
                Label label = (Label) node;
                boolean folded =
                        label.getParent().getStyleClass().contains("variable") && !unfolded;
                boolean sign = label.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY;
                if (folded || sign || !label.isVisible()) {
                    continue;
                }
                assertThat(((Text) label.lookup(".text")).getText())
                        .as("%s in %s", label, label.getParent().getStyleClass())
                        .isNotBlank()
                        .isEqualTo(label.getText());
                assertThat(label.getBoundsInParent().getMaxX())
                        .as("%s in %s", label, label.getParent().getStyleClass())
                        .isLessThanOrEqualTo(label.getParent().getLayoutBounds().getWidth() + 1);
            }
        }
    }
}
