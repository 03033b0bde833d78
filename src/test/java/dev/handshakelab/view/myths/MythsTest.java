package dev.handshakelab.view.myths;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Misconceptions;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.view.fxml.Views;
import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.text.Messages;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
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
class MythsTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final ShownMyth shown = new ShownMyth();
    private final List<String> asked = new ArrayList<>();
    private Stage stage;
    private BorderPane root;

    /** Writes down what the page asks for. */
    private final class Asked implements MythActions {
        @Override
        public void show(Misconception misconception) {
            asked.add("show " + misconception.id());
        }

        @Override
        public void open(Scenario scenario) {
            asked.add("open " + scenario.id());
        }

        @Override
        public void close() {
            asked.add("close");
        }
    }

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    @Start
    void start(Stage primary) {
        Look.loadFonts();
        var model = new MythsViewModel(Misconceptions.all(), ScenarioLibrary.bundled(), messages);
        var views = new Views(messages);
        views.register(
                MythsController.class, () -> new MythsController(model, new Asked(), messages));
        views.register(
                MythBannerController.class,
                () -> new MythBannerController(shown, () -> asked.add("list"), messages));
        root = new BorderPane();
        root.setTop(views.load(resource("myths/MythBanner.fxml")));
        root.setCenter(views.load(resource("myths/Myths.fxml")));
        var scene = new Scene(root, 900, 900);
        for (String sheet : List.of("light.css", "base.css")) {
            scene.getStylesheets().add(resource("theme/" + sheet).toExternalForm());
        }
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = primary;
        Stages.show(stage, scene);
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(
                Messages.class.getResource("/dev/handshakelab/view/" + name), name);
    }

    @Test
    void everyOneHasACardWithAButtonThatAsksForIt(FxRobot robot) {
        assertThat(cards(robot)).hasSize(30);
        robot.clickOn(button(robot, "M2"));
        robot.interact(() -> button(robot, "M30").fire());

        assertThat(asked).containsExactly("show M2", "show M30");
    }

    @Test
    void theSearchLeavesTheCardsThatFit(FxRobot robot) {
        robot.clickOn(".myths-search").write("cable");

        assertThat(cards(robot)).hasSize(1);
        assertThat(text(robot, ".myths-count")).isEqualTo("1 of 30");
        assertThat(robot.lookup(".myths-nothing").query().isVisible()).isFalse();

        robot.write("xyz");
        assertThat(cards(robot)).isEmpty();
        assertThat(robot.lookup(".myths-nothing").query().isVisible()).isTrue();
    }

    @Test
    void theKeyboardWalksFromTheSearchThroughTheCards(FxRobot robot) {
        TextField search = robot.lookup(".myths-search").query();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(search.isFocused()).as("the search has the focus at first").isTrue();

        robot.write("time wait").type(KeyCode.ENTER).type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(asked).containsExactly("show M8");

        robot.type(KeyCode.UP).type(KeyCode.SPACE);
        assertThat(asked).containsExactly("show M8", "show M7");

        robot.type(KeyCode.UP);
        assertThat(search.isFocused()).isTrue();

        robot.type(KeyCode.ESCAPE);
        assertThat(asked).endsWith("close");
    }

    @Test
    void theCardThatTheKeyboardReachesComesIntoView(FxRobot robot) {
        ScrollPane scroll = robot.lookup(".myths-scroll").query();
        for (int i = 0; i < 12; i++) {
            robot.type(KeyCode.DOWN);
        }
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(scroll.getVvalue()).isPositive();
        assertThat(button(robot, "M12").isFocused()).isTrue();
        assertThat(isInside(scroll, button(robot, "M12"))).isTrue();

        for (int i = 0; i < 11; i++) {
            robot.type(KeyCode.UP);
        }
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isInside(scroll, button(robot, "M1"))).isTrue();
    }

    @Test
    void aChipOpensItsScenario(FxRobot robot) {
        robot.clickOn(".myths-search").write("two-generals");
        robot.clickOn("S18a  " + messages.get("scenario.S18a.title"));

        assertThat(asked).containsExactly("open S18a");
    }

    @ParameterizedTest
    @CsvSource({"en", "zh"})
    void everythingThatTakesTheFocusSaysWhatItIs(String language, FxRobot robot) {
        robot.interact(() -> messages.setLocale(Locale.of(language)));

        assertThat(all(".myth-card", ".myth-show", ".myth-chip"))
                .hasSizeGreaterThan(90)
                .allMatch(node -> !node.getAccessibleText().isBlank());
        assertThat(button(robot, "M22").getAccessibleText())
                .contains("M22", messages.get("myth.M22.claim"));
    }

    @Test
    void textsFollowTheLanguageAndTheSearchStays(FxRobot robot) {
        robot.clickOn(".myths-search").write("m3");
        List<Node> before = cards(robot);
        robot.interact(() -> messages.setLocale(Locale.SIMPLIFIED_CHINESE));

        assertThat(cards(robot)).isEqualTo(before).hasSize(2);
        assertThat(texts()).contains("FIN 到达就意味着数据全到了。", "演示", "真相");
        assertThat(texts()).doesNotContain("Show me", "Truth");
    }

    @Test
    void theBannerSaysClaimTruthAndWhereToLook(FxRobot robot) {
        Node banner = robot.lookup(".myth-banner").query();
        assertThat(banner.isVisible()).isFalse();
        assertThat(banner.isManaged()).as("without a misconception it takes no room").isFalse();

        robot.interact(() -> shown.show(Misconceptions.find("M3").orElseThrow()));
        assertThat(banner.isVisible() && banner.isManaged()).isTrue();
        assertThat(labels(banner))
                .contains(
                        "Misconception M3",
                        messages.get("myth.M3.claim"),
                        messages.get("myth.M3.truth"),
                        messages.get("myth.M3.moment"));

        robot.interact(() -> messages.setLocale(Locale.SIMPLIFIED_CHINESE));
        assertThat(labels(banner)).contains("误解 M3", messages.get("myth.M3.truth"));

        List<Button> buttons =
                List.copyOf(robot.from(banner).lookup(".button").queryAllAs(Button.class));
        assertThat(buttons).extracting(Button::getAccessibleText).containsExactly("全部误解", "关闭");
        robot.clickOn(buttons.get(0));
        assertThat(asked).containsExactly("list");
        robot.clickOn(buttons.get(1));
        assertThat(shown.misconceptionProperty().get()).isNull();
        assertThat(banner.isVisible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"900, 14, en", "900, 14, zh", "760, 14, en", "1280, 28, en", "1280, 28, zh"})
    void noTextIsCutOff(double width, int fontPx, String language, FxRobot robot) {
        robot.interact(() -> {
            messages.setLocale(Locale.of(language));
            root.setStyle("-fx-font-size: " + fontPx + "px;");
            stage.setWidth(width);
            shown.show(Misconceptions.find("M11").orElseThrow());
        });
        WaitForAsyncUtils.waitForFxEvents();

        List<Node> all =
                all(".myth-text", ".myth-word", ".myth-chip", ".myth-show", ".myth-number");
        assertThat(all).hasSizeGreaterThan(200);
        assertThat(all)
                .allSatisfy(one -> {
                    Text drawn = (Text) one.lookup(".text");
                    assertThat(drawn.getText()).isEqualTo(((Labeled) one).getText());
                });
        List<Node> banner = all(".myth-banner .myth-text");
        for (int i = 1; i < banner.size(); i++) {
            assertThat(bounds(banner.get(i)).getMinY())
                    .as("line %d of the banner begins below the one before", i)
                    .isGreaterThanOrEqualTo(bounds(banner.get(i - 1)).getMaxY());
        }
        assertThat(isInside(all(".myth-banner").getFirst(), banner.getLast())).isTrue();
        ScrollPane scroll = robot.lookup(".myths-scroll").query();
        double right = scroll.localToScene(scroll.getBoundsInLocal()).getMaxX();
        assertThat(cards(robot))
                .allMatch(card -> card.localToScene(card.getLayoutBounds()).getMaxX() <= right);
    }

    private List<Node> all(String... selectors) {
        return Stream.of(selectors).map(root::lookupAll).flatMap(Set::stream).toList();
    }

    private static boolean isInside(Node outer, Node inner) {
        Bounds frame = bounds(outer);
        Bounds bounds = bounds(inner);
        return bounds.getMinY() >= frame.getMinY() && bounds.getMaxY() <= frame.getMaxY();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static List<Node> cards(FxRobot robot) {
        return List.copyOf(robot.lookup(".myth-card").queryAll());
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(".myth-card").queryAllAs(MythCard.class).stream()
                .filter(card ->
                        card.getAccessibleText().contains(" " + id + ".")
                                || card.getAccessibleText().contains(" " + id + "。"))
                .map(MythCard::showButton)
                .findFirst()
                .orElseThrow();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private List<String> texts() {
        return all(".myths .label", ".myths .button").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static List<String> labels(Node parent) {
        return ((Parent) parent)
                .lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList();
    }
}
