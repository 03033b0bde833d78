package dev.handshakelab.view.host;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.main.Look;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HostPanelTest {
    private final PanelStory story = new PanelStory(PanelStory.disorder());
    private Stage stage;
    private Parent root;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
        Look.loadFonts();
    }

    @Start
    void start(Stage primary) {
        var views = new Views(story.messages);
        views.register(
                HostPanelController.class,
                () -> new HostPanelController(story.model, story.messages));
        root = views.load(HostPanelController.class.getResource("HostPanel.fxml"));
        var scene = new Scene(root, 360, 1000);
        for (String sheet : List.of("light.css", "base.css")) {
            scene.getStylesheets()
                    .add(
                            HostPanelTest.class
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

    @Test
    void theHostIsChosenWithMouseOrKeyboardAndAlwaysOneIs(FxRobot robot) {
        robot.interact(() -> story.goTo(Side.A, "SYN-SENT"));
        robot.clickOn("Server B");
        assertThat(story.model.sideProperty().get()).isEqualTo(Side.B);
        robot.clickOn("Server B");
        assertThat(story.model.sideProperty().get()).isEqualTo(Side.B);
        assertThat(badge(robot).getText()).isEqualTo("LISTEN");

        Node client = robot.lookup("Client A").query();
        robot.interact(client::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(story.model.sideProperty().get()).isEqualTo(Side.A);
        assertThat(badge(robot).getText()).isEqualTo("SYN-SENT");
    }

    @Test
    void partsWithoutContentTakeNoRoom(FxRobot robot) {
        robot.interact(() -> story.goTo(0));
        assertThat(robot.lookup(".panel-part").queryAllAs(Node.class)).noneMatch(Node::isManaged);

        robot.interact(() -> story.goTo(Side.A, "SYN-SENT"));
        assertThat(
                        robot.lookup(".panel-part").queryAllAs(Node.class).stream()
                                .filter(Node::isManaged))
                .hasSize(4);
        assertThat(robot.lookup(story.messages.get("hostPanel.noReceive")).tryQuery()).isPresent();
    }

    @Test
    void barsFollowThePlayhead(FxRobot robot) {
        robot.interact(() -> story.goTo(Side.A, "SYN-SENT"));
        ProgressBar bar = robot.lookup(".timer-row .progress-bar").query();
        assertThat(bar.getProgress()).isEqualTo(1);
        robot.interact(() -> story.playhead.set(400e6));
        assertThat(bar.getProgress()).isEqualTo(0.6);
        assertThat(robot.lookup("600 ms left of 1 s, fires at t = 1 s").tryQuery()).isPresent();
    }

    @Test
    void changedVariablesAreMarkedAndExplained(FxRobot robot) {
        robot.interact(() -> story.goTo(Side.A, "ESTABLISHED"));
        assertThat(robot.lookup("R-SYNSENT-SYNACK").tryQuery()).isPresent();
        List<String> texts =
                robot.lookup(".variable").queryAll().stream().map(Node::getAccessibleText).toList();
        assertThat(texts)
                .contains(
                        "SND.UNA has become 101: Oldest number sent and not acknowledged",
                        "ISS is 100: Initial send sequence number: that of our SYN");
        assertThat(robot.lookup(".variable-mark").queryAll().stream().filter(Node::isVisible))
                .hasSameSizeAs(texts.stream().filter(text -> text.contains("has become")).toList());
    }

    @Test
    void textsFollowTheLanguage(FxRobot robot) {
        robot.interact(() -> story.goTo(Side.A, "ESTABLISHED"));
        robot.interact(() -> story.messages.setLocale(Locale.SIMPLIFIED_CHINESE));
        assertThat(robot.lookup("发送序号空间").tryQuery()).isPresent();
        assertThat(robot.lookup("客户端 A").tryQuery()).isPresent();
        assertThat(robot.lookup("Timers").tryQuery()).isEmpty();
        Node strip = robot.lookup(".sequence-strip").query();
        assertThat(strip.getAccessibleText()).contains("已确认", "SND.UNA");
    }

    @ParameterizedTest
    @CsvSource({"360, 14, en", "380, 14, zh", "420, 20, en", "360, 20, zh", "320, 11, en"})
    void nothingIsCutAtAnyStep(double width, int fontPx, String language, FxRobot robot) {
        robot.interact(() -> {
            root.setStyle("-fx-font-size: " + fontPx + "px;");
            story.messages.setLocale(Locale.forLanguageTag(language));
            stage.setWidth(width);
        });
        for (int index = 0; index <= story.timeline.get().lastIndex(); index += 3) {
            int shown = index;
            robot.interact(() -> {
                story.model.sideProperty().set(shown % 2 == 0 ? Side.A : Side.B);
                story.goTo(shown);
            });
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> {
                root.applyCss();
                root.layout();
            });
            assertNothingIsCut(robot);
        }
    }

    private void assertNothingIsCut(FxRobot robot) {
        ScrollPane scroll = robot.lookup(".host-scroll").query();
        double right = scroll.localToScene(scroll.getBoundsInLocal()).getMaxX();
        Set<Node> labels = root.lookupAll(".label");
        assertThat(labels).isNotEmpty();
        for (Node node : labels) {
            if (node instanceof Label label && isShown(label)) {
                assertThat(label.localToScene(label.getLayoutBounds()).getMaxX())
                        .as("%s", label)
                        .isLessThanOrEqualTo(right + 1);
                Text drawn = (Text) label.lookup(".text");
                String whole = label.getText().replaceAll("\\s", "");
                assertThat(drawn == null ? whole : drawn.getText().replaceAll("\\s", ""))
                        .as("%s", label)
                        .isEqualTo(whole);
            }
        }
    }

    private static boolean isShown(Node node) {
        for (Node above = node; above != null; above = above.getParent()) {
            if (!above.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static Label badge(FxRobot robot) {
        return robot.lookup(".state-badge").query();
    }
}
