package dev.handshakelab.view.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.wire.HeaderField.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
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
class InspectorTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final InspectorViewModel model = new InspectorViewModel(messages);
    private Stage stage;
    private Parent root;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
        for (String weight : List.of("Regular", "Bold")) {
            Font.loadFont(resource("fonts/NotoSansSC-" + weight + "-subset.ttf"), 14);
        }
    }

    @Start
    void start(Stage primary) throws IOException {
        var loader = new FXMLLoader(InspectorController.class.getResource("Inspector.fxml"));
        loader.setControllerFactory(_ -> new InspectorController(model, messages));
        root = loader.load();
        var scene = new Scene(root, 380, 900);
        for (String sheet : List.of("light.css", "base.css")) {
            scene.getStylesheets().add(resource("view/theme/" + sheet));
        }
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = primary;
        Stages.show(stage, scene);
    }

    @Test
    void withoutASegmentItSaysHowToChooseOne(FxRobot robot) {
        assertThat(label(robot).isVisible()).isTrue();
        assertThat(label(robot).getText()).isEqualTo(messages.get("inspector.empty"));

        robot.interact(() -> model.show(Flights.STORY, Flights.SYN));
        assertThat(label(robot).isVisible()).isFalse();

        robot.interact(() -> model.show(Flights.story("2001:db8::2", Flights.SYN), Flights.SYN));
        assertThat(label(robot).isVisible()).isTrue();
        assertThat(label(robot).getText()).isEqualTo(messages.get("inspector.noBytes"));
    }

    @Test
    void aClickOnAFieldLightsItsBytesAndItsRow(FxRobot robot) {
        robot.interact(() -> model.show(Flights.STORY, Flights.SYN));
        robot.clickOn(cell(robot, Kind.SEQUENCE_NUMBER));

        assertThat(lit(robot, ".byte-cell", Marks.SELECTED.getPseudoClassName()))
                .as("four octets, each as digits and as a character")
                .hasSize(8)
                .extracting(node -> ((ByteCell) node).index())
                .containsOnly(4, 5, 6, 7);
        assertThat(lit(robot, ".field-row", Marks.SELECTED.getPseudoClassName())).hasSize(1);
        assertThat(lit(robot, ".field-cell", Marks.SELECTED.getPseudoClassName())).hasSize(1);
    }

    @Test
    void theMouseOverAByteLightsAllFieldsInIt(FxRobot robot) {
        robot.interact(() -> model.show(Flights.STORY, Flights.SYN));
        robot.moveTo(byteCell(robot, 13));

        assertThat(lit(robot, ".field-cell", Marks.HOVERED.getPseudoClassName())).hasSize(8);
        assertThat(lit(robot, ".byte-cell", Marks.HOVERED.getPseudoClassName())).hasSize(2);

        robot.moveTo(cell(robot, Kind.WINDOW));
        assertThat(lit(robot, ".byte-cell", Marks.HOVERED.getPseudoClassName()))
                .extracting(node -> ((ByteCell) node).index())
                .containsOnly(14, 15);
    }

    @Test
    void anOptionOverSeveralRowsIsLitAsAWhole(FxRobot robot) {
        robot.interact(() -> model.show(Flights.STORY, Flights.SYN));
        int stamps = model.sheetProperty().get().fields().size() - 1;
        robot.interact(() -> model.selectedProperty().set(stamps));

        assertThat(lit(robot, ".field-cell", Marks.SELECTED.getPseudoClassName())).hasSize(3);
        assertThat(lit(robot, ".byte-cell", Marks.SELECTED.getPseudoClassName())).hasSize(20);
    }

    @Test
    void arrowKeysMoveFromFieldToField(FxRobot robot) {
        robot.interact(() -> model.show(Flights.STORY, Flights.SYN));
        robot.clickOn(cell(robot, Kind.SOURCE_PORT));

        assertThat(selectedAfter(robot, KeyCode.RIGHT)).isEqualTo(Kind.DESTINATION_PORT);
        assertThat(selectedAfter(robot, KeyCode.DOWN)).isEqualTo(Kind.SEQUENCE_NUMBER);
        assertThat(selectedAfter(robot, KeyCode.DOWN)).isEqualTo(Kind.ACKNOWLEDGMENT_NUMBER);
        assertThat(selectedAfter(robot, KeyCode.DOWN)).isEqualTo(Kind.DATA_OFFSET);
        assertThat(selectedAfter(robot, KeyCode.LEFT)).isEqualTo(Kind.ACKNOWLEDGMENT_NUMBER);
        assertThat(selectedAfter(robot, KeyCode.HOME)).isEqualTo(Kind.SOURCE_PORT);
        assertThat(selectedAfter(robot, KeyCode.UP)).isEqualTo(Kind.SOURCE_PORT);
        assertThat(selectedAfter(robot, KeyCode.END)).isEqualTo(Kind.OPTION);
    }

    @Test
    void arrowKeysMoveInTheBytesAndInTheListAndScrollTo(FxRobot robot) {
        robot.interact(() -> model.show(Flights.STORY, Flights.SYN));
        robot.clickOn(byteCell(robot, 3));
        assertThat(selectedAfter(robot, KeyCode.RIGHT)).isEqualTo(Kind.SEQUENCE_NUMBER);
        assertThat(selectedAfter(robot, KeyCode.DOWN)).isEqualTo(Kind.DATA_OFFSET);

        Node first = robot.lookup(".field-row").query();
        robot.interact(first::requestFocus);
        assertThat(selectedAfter(robot, KeyCode.DOWN)).isEqualTo(Kind.DESTINATION_PORT);
        assertThat(selectedAfter(robot, KeyCode.END)).isEqualTo(Kind.OPTION);
        ScrollPane scroll = robot.lookup(".inspector-scroll").query();
        assertThat(scroll.getVvalue()).isGreaterThan(0.9);
    }

    @Test
    void theTabKeyReachesOneCellOneByteAndOneRow(FxRobot robot) {
        robot.interact(() -> model.show(Flights.STORY, Flights.SYN));

        for (String part : List.of(".field-cell", ".byte-cell", ".field-row")) {
            assertThat(robot.lookup(part).queryAll().stream().filter(Node::isFocusTraversable))
                    .as(part)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "zh"})
    void everyCellHasATextForScreenReaders(String language, FxRobot robot) {
        robot.interact(() -> messages.setLocale(Locale.of(language)));
        robot.interact(() -> model.show(Flights.STORY, Flights.DATA));

        List<Node> parts = all(root, ".field-cell", ".byte-cell", ".field-row");
        assertThat(parts).hasSize(18 + 2 * 32 + 18);
        assertThat(parts).allMatch(part -> !part.getAccessibleText().isBlank());
        assertThat(cell(robot, Kind.SEQUENCE_NUMBER).getAccessibleText())
                .contains("101", "32", "63");
        assertThat(byteCell(robot, 7).getAccessibleText()).contains("7", "65");
    }

    @Test
    void textsFollowTheLanguage(FxRobot robot) {
        robot.interact(() -> model.show(Flights.STORY, Flights.SYN));
        robot.interact(() -> messages.setLocale(Locale.SIMPLIFIED_CHINESE));

        assertThat(robot.lookup("序号").tryQuery()).isPresent();
        assertThat(robot.lookup("Window").tryQuery()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"320, 14", "380, 9", "420, 21", "420, 28", "900, 14"})
    void everythingFitsIntoItsWidthAndIsLargeEnoughToRead(double width, int fontPx, FxRobot robot) {
        robot.interact(() -> {
            root.setStyle("-fx-font-size: " + fontPx + "px;");
            stage.setWidth(width);
            model.show(Flights.STORY, Flights.SYN);
        });
        WaitForAsyncUtils.waitForFxEvents();

        ScrollPane scroll = robot.lookup(".inspector-scroll").query();
        double right = scroll.localToScene(scroll.getBoundsInLocal()).getMaxX();
        for (Node part : all(root, ".field-cell", ".byte-cell", ".field-row")) {
            assertThat(part.localToScene(part.getLayoutBounds()).getMaxX())
                    .as("%s", part)
                    .isLessThanOrEqualTo(right);
        }
        for (Node text : all(root, ".cell-name", ".cell-value", ".byte-text", ".ruler")) {
            assertThat(((Text) text).getFont().getSize()).isGreaterThanOrEqualTo(11);
        }
        for (Node text : all(root, ".cell-name", ".cell-value")) {
            assertThat(text.getLayoutBounds().getWidth())
                    .as("%s", text)
                    .isLessThanOrEqualTo(text.getParent().getLayoutBounds().getWidth() + 2);
        }
    }

    @Test
    void ofManyDataOnlyTheBeginningIsShownAndTheRestIsCounted(FxRobot robot) {
        var large =
                Flights.flight(
                        7, Side.A, Flights.DATA.segment().withText(Octets.of(new byte[1460])));
        robot.interact(() -> model.show(Flights.STORY, large));

        assertThat(robot.lookup(".byte-cell").queryAll()).hasSize(2 * HexDump.MAX_SHOWN);
        assertThat(robot.lookup("1096 more octets of data follow.").tryQuery()).isPresent();
    }

    private static String resource(String name) {
        return Messages.class.getResource("/dev/handshakelab/" + name).toExternalForm();
    }

    private Kind selectedAfter(FxRobot robot, KeyCode key) {
        robot.type(key);
        int selected = model.selectedProperty().get();
        return model.sheetProperty().get().fields().get(selected).field().kind();
    }

    private Node cell(FxRobot robot, Kind kind) {
        List<FieldText> fields = model.sheetProperty().get().fields();
        return robot.lookup(".field-cell").queryAllAs(FieldCell.class).stream()
                .filter(cell -> fields.get(cell.field()).field().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Node byteCell(FxRobot robot, int index) {
        return robot.lookup(".byte-cell").queryAllAs(ByteCell.class).stream()
                .filter(cell -> cell.index() == index)
                .findFirst()
                .orElseThrow();
    }

    private static List<Node> lit(FxRobot robot, String part, String pseudoClass) {
        return robot.lookup(part).queryAll().stream()
                .filter(node ->
                        node.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals(pseudoClass)))
                .toList();
    }

    /** All nodes below one with a style class of the given ones, of which each occurs. */
    private static List<Node> all(Parent parent, String... selectors) {
        return Stream.of(selectors)
                .map(parent::lookupAll)
                .peek(found -> assertThat(found).isNotEmpty())
                .flatMap(Set::stream)
                .toList();
    }

    private static Label label(FxRobot robot) {
        return robot.lookup(".inspector-empty").query();
    }
}
