package dev.handshakelab.view.compare;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.view.diagram.SequenceDiagram;
import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
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
class CompareTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final CompareViewModel model =
            new CompareViewModel(
                    ScenarioLibrary.bundled(), (work, done) -> done.accept(work.get()));
    private Stage stage;
    private Parent root;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
        Look.loadFonts();
    }

    @Start
    void start(Stage primary) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = primary;
        root = CompareView.load(model, messages);
        var scene = new Scene(root, 1280, 800);
        for (String sheet : List.of("light.css", "base.css")) {
            scene.getStylesheets()
                    .add(
                            Messages.class
                                    .getResource("/dev/handshakelab/view/theme/" + sheet)
                                    .toExternalForm());
        }
        primary.setScene(scene);
        primary.show();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void oneScreenShowsTheServerStrandedWithTwoSegmentsAndListeningWithThree(FxRobot robot) {
        assertThat(text(robot, "#twinTcp #badgeB")).isEqualTo("LISTEN");
        assertThat(text(robot, "#twinVariant #badgeB")).isEqualTo("ESTABLISHED");
        assertThat(text(robot, "#twinTcp #badgeA")).isEqualTo("CLOSED");
        assertThat(text(robot, "#twinVariant #badgeA")).isEqualTo("CLOSED");
        assertThat(text(robot, "#twinTcp #name")).isEqualTo("TCP");
        assertThat(text(robot, "#twinVariant #name")).startsWith("This is not TCP");
        assertThat(costs(robot)).first().asString().contains("Server B is stranded");
        for (String part : List.of("#twinTcp #badgeB", "#twinVariant #badgeB", ".button.cost")) {
            assertThat(isInWindow(robot.lookup(part).query())).as(part).isTrue();
        }
    }

    @Test
    void keysMoveBothStories(FxRobot robot) {
        robot.type(KeyCode.HOME);
        assertThat(model.player().getFrameIndex()).isZero();
        assertThat(text(robot, "#twinVariant #badgeB")).isEqualTo("CLOSED");

        robot.type(KeyCode.RIGHT, 3);
        assertThat(text(robot, "#twinTcp #badgeB")).isEqualTo("SYN-RECEIVED");
        assertThat(text(robot, "#twinVariant #badgeB")).isEqualTo("ESTABLISHED");

        robot.type(KeyCode.LEFT);
        assertThat(text(robot, "#twinVariant #badgeB")).isEqualTo("LISTEN");
        robot.type(KeyCode.SPACE);
        assertThat(model.player().isPlaying()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(model.player().isPlaying()).isFalse();

        robot.type(KeyCode.END);
        assertThat(text(robot, "#twinTcp #badgeB")).isEqualTo("LISTEN");
    }

    @Test
    void theFirstDifferenceIsMarkedInBothAtItsHeight(FxRobot robot) {
        robot.interact(() -> robot.lookup("#jump").queryAs(Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents();

        int frame = model.twinsProperty().get().difference().orElseThrow().frame();
        assertThat(model.player().getFrameIndex()).isEqualTo(frame);
        for (String twin : List.of("#twinTcp", "#twinVariant")) {
            SequenceDiagram diagram = robot.lookup(twin + " #diagram").query();
            Node mark = robot.lookup(twin + " .difference-mark").query();
            Bounds at = mark.localToScene(mark.getLayoutBounds());
            double wanted =
                    diagram.localToScene(0, 0).getY()
                            + diagram.getDiagramLayout().axis().yOfFrame(frame);
            assertThat(mark.isVisible()).isTrue();
            assertThat(at.getCenterY()).isBetween(wanted - 2, wanted + 2);
        }
    }

    @Test
    void aCostLeadsToItsMoment(FxRobot robot) {
        robot.interact(() -> robot.lookup(".button.cost").queryAs(Button.class).fire());

        assertThat(model.player().getFrameIndex())
                .isEqualTo(model.twinsProperty().get().costs().getFirst().frame());
    }

    @Test
    void anotherRuleIsChosenByItsButton(FxRobot robot) {
        Labeled button = robot.lookup("#variantISN_ZERO").query();
        assertThat(button.getAccessibleHelp()).contains("0");
        robot.clickOn(button);
        robot.clickOn(button);

        assertThat(model.variantProperty().get()).isEqualTo(Variant.ISN_ZERO);
        assertThat(text(robot, "#twinVariant #name")).contains("ISN always 0");
        assertThat(text(robot, "#variantOutcome")).contains("SEQ=0");
        assertThat(button.getPseudoClassStates()).extracting(Object::toString).contains("selected");
    }

    @Test
    void whoScrollsOneDiagramScrollsTheOther(FxRobot robot) {
        robot.interact(() -> choose(Pair.OLD_DATA));
        WaitForAsyncUtils.waitForFxEvents();
        SequenceDiagram left = robot.lookup("#twinTcp #diagram").query();
        SequenceDiagram right = robot.lookup("#twinVariant #diagram").query();
        robot.interact(() -> model.player().first());
        WaitForAsyncUtils.waitForFxEvents();
        double before = top(right);
        robot.interact(() -> left.fireEvent(wheel(-400)));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(top(left)).isPositive();
        assertThat(top(right)).isGreaterThan(before);
        assertThat(middleNanos(right)).isCloseTo(middleNanos(left), byPercent(middleNanos(left)));
    }

    @Test
    void textsFollowTheLanguage(FxRobot robot) {
        robot.interact(() -> messages.setLocale(Locale.SIMPLIFIED_CHINESE));

        assertThat(text(robot, "#twinVariant #name")).startsWith("这不是 TCP");
        assertThat(text(robot, "#differenceTitle")).contains("服务器 B");
        assertThat(costs(robot)).allMatch(cost -> cost.endsWith("。"));
        ComboBox<?> story = robot.lookup("#story").query();
        assertThat(((Labeled) story.getButtonCell()).getText()).contains("陈旧的 SYN");
    }

    @Test
    void whoDoesNotSeeHearsWhichStoryIsNotTcp(FxRobot robot) {
        assertThat(robot.lookup("#twinVariant #diagram").query().getAccessibleText())
                .contains("not TCP");
        assertThat(robot.lookup("#twinTcp #diagram").query().getAccessibleText())
                .doesNotContain("not TCP");
        assertThat(robot.lookup("#twinVariant #badgeB").query().getAccessibleText())
                .contains("not TCP", "Server B", "ESTABLISHED");
        for (Node mark : robot.lookup(".difference-mark").queryAll()) {
            assertThat(mark.getAccessibleText()).isNotBlank();
        }
        assertThat(robot.lookup("#story").query().getAccessibleText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, 800", "zh, 1280, 800"})
    void nothingIsCutOff(String language, int width, int height, FxRobot robot) {
        for (Pair pair : Pair.values()) {
            robot.interact(() -> {
                messages.setLocale(Locale.of(language));
                stage.setWidth(width);
                stage.setHeight(height);
                choose(pair);
            });
            WaitForAsyncUtils.waitForFxEvents();
            Stream.of(
                            "#name",
                            "#sentence",
                            "#roleA",
                            "#roleB",
                            "#differenceTitle",
                            "#tcpOutcome",
                            "#variantOutcome",
                            ".compare-label",
                            ".toggle-button",
                            ".state-badge")
                    .flatMap(part -> robot.lookup(part).queryAllAs(Labeled.class).stream())
                    .filter(Node::isVisible)
                    .forEach(label ->
                            assertThat(label.isTextTruncated())
                                    .as("%s: %s", pair, label.getText())
                                    .isFalse());
            for (SequenceDiagram diagram :
                    robot.lookup("#diagram").queryAllAs(SequenceDiagram.class)) {
                assertThat(diagram.getHeight()).isGreaterThan(height * 0.45);
                assertThat(diagram.getDiagramLayout().emPx()).isGreaterThan(11);
            }
        }
    }

    private void choose(Pair pair) {
        model.choices().stream()
                .filter(choice -> choice.pair().filter(pair::equals).isPresent())
                .findFirst()
                .ifPresent(model.choiceProperty()::set);
    }

    private boolean isInWindow(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return root.getLayoutBounds().contains(bounds) && node.isVisible();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static List<String> costs(FxRobot robot) {
        return robot.lookup(".cost").queryAllAs(Labeled.class).stream()
                .filter(node -> !(node instanceof Label))
                .map(Labeled::getText)
                .toList();
    }

    private static ScrollEvent wheel(double deltaY) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                deltaY,
                0,
                deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private static double top(SequenceDiagram diagram) {
        return diagram.getChildrenUnmodifiable().stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static double middleNanos(SequenceDiagram diagram) {
        return diagram.getDiagramLayout().axis().nanosAt(top(diagram) + diagram.getHeight() / 2);
    }

    private static Offset<Double> byPercent(double of) {
        return Offset.offset(Math.max(1, of * 0.02));
    }
}
