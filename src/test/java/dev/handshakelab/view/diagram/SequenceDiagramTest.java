package dev.handshakelab.view.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.Target;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.PlainLabels;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The control as people meet it: shown, scrolled, clicked, typed at. */
@ExtendWith(ApplicationExtension.class)
class SequenceDiagramTest {
    private SequenceDiagram diagram;
    private Stage stage;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        diagram = new SequenceDiagram();
        Scene scene = new Scene(new StackPane(diagram), 900, 500);
        scene.getStylesheets()
                .add(
                        SequenceDiagram.class
                                .getResource("/dev/handshakelab/view/theme/light.css")
                                .toExternalForm());
        stage.setScene(scene);
        stage.setWidth(900);
        stage.setHeight(500);
        stage.show();
    }

    @BeforeEach
    void handshake() {
        show(Stories.handshake());
    }

    private void show(Timeline timeline) {
        run(() -> {
            diagram.setLabels(new PlainLabels());
            diagram.setTimeline(timeline);
        });
    }

    private static void run(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, condition);
    }

    private DiagramLayout layout() {
        return diagram.getDiagramLayout();
    }

    private DiagramItem.Arrow arrow(int number) {
        return layout().items().stream()
                .filter(item -> item instanceof DiagramItem.Arrow)
                .map(DiagramItem.Arrow.class::cast)
                .toList()
                .get(number);
    }

    private SequenceDiagramSkin skin() {
        return (SequenceDiagramSkin) diagram.getSkin();
    }

    private Point2D onScreen(double x, double y) {
        return diagram.localToScreen(x, y - skin().scroller().top());
    }

    private static int countNodes(Node node) {
        int count = 1;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                count += countNodes(child);
            }
        }
        return count;
    }

    @Test
    // Which of the two equal ones is laid out is the point.
    @SuppressWarnings("ReferenceEquality")
    void aStoryThatIsOpenedAnewIsDrawnThoughItLooksLikeTheOldOne() throws TimeoutException {
        Timeline again = Stories.handshake();
        assertThat(again.frames()).isEqualTo(diagram.getTimeline().frames());
        assertThat(again).isNotSameAs(diagram.getTimeline());
        run(() -> diagram.setTimeline(again));
        await(() -> layout().timeline() == again);
        assertThat(diagram.lookup(".content").isVisible()).isTrue();
    }

    @Test
    void anItemKeepsItsNodesWhenItIsLaidOutAnew() {
        for (double zoom : new double[] {1.3, 0.8, 1}) {
            Map<Target, Node> before = nodesInView();
            DiagramLayout old = layout();
            run(() -> diagram.setZoom(zoom));
            run(diagram::layout);
            assertThat(layout()).isNotSameAs(old);
            Map<Target, Node> after = nodesInView();
            before.keySet().retainAll(after.keySet());
            after.keySet().retainAll(before.keySet());
            assertThat(after).hasSizeGreaterThan(6).isEqualTo(before);
        }
    }

    private Map<Target, Node> nodesInView() {
        Map<Target, Node> nodes = new HashMap<>();
        for (DiagramItem item : layout().itemsBetween(0, diagram.getHeight())) {
            if (item.target() != null) {
                nodes.put(item.target(), skin().viewOf(item).front);
            }
        }
        return nodes;
    }

    @Test
    void aClickOnASegmentSelectsIt(FxRobot robot) {
        DiagramItem.Arrow synAck = arrow(1);
        robot.clickOn(onScreen(synAck.label().box().centerX(), synAck.label().box().centerY()));
        assertThat(diagram.getSelection()).isEqualTo(synAck.target());
        assertThat(skin().viewOf(synAck).front.getPseudoClassStates()).contains(ItemView.SELECTED);
    }

    @Test
    void aClickBesideTheLabelOnTheLineSelectsItToo(FxRobot robot) {
        DiagramItem.Arrow syn = arrow(0);
        double y = syn.y0() + (syn.y1() - syn.y0()) * 0.12;
        robot.clickOn(onScreen(syn.xAt(y), y + 2));
        assertThat(diagram.getSelection()).isEqualTo(syn.target());
    }

    @Test
    void statesTimersAndCallsCanBeSelected(FxRobot robot) {
        Set<Class<?>> kinds = new HashSet<>();
        List<DiagramItem> items =
                layout().itemsBetween(0, 300).stream()
                        .filter(item -> item.target() != null && item.label() != null)
                        .filter(item -> item.label().box().bottom() < 300)
                        .toList();
        for (DiagramItem item : items) {
            robot.clickOn(onScreen(item.label().box().centerX(), item.label().box().centerY()));
            assertThat(diagram.getSelection()).as("%s", item).isEqualTo(item.target());
            kinds.add(item.target().getClass());
        }
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        Target.OfFlight.class,
                        Target.OfState.class,
                        Target.OfTimer.class,
                        Target.OfNote.class);
    }

    @Test
    void theKeyboardWalksSelectsAndClears(FxRobot robot) {
        run(diagram::requestFocus);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        List<DiagramItem> items = layout().items();
        assertThat(diagram.getSelection()).isEqualTo(items.get(1).target());
        robot.type(KeyCode.UP).type(KeyCode.ENTER);
        assertThat(diagram.getSelection()).isEqualTo(items.get(0).target());
        robot.type(KeyCode.ESCAPE);
        assertThat(diagram.getSelection()).isNull();
    }

    @Test
    void theKeyboardReachesEveryItemAndBringsItIntoView(FxRobot robot) {
        run(diagram::requestFocus);
        for (DiagramItem item : layout().items()) {
            if (item.target() == null || item.label() == null) {
                continue;
            }
            robot.type(KeyCode.DOWN);
            assertThat(skin().focusedItem()).isEqualTo(item);
            double y = item.label().box().centerY() - skin().scroller().top();
            assertThat(y).isBetween(0.0, diagram.getHeight());
        }
    }

    @Test
    void itemsSpeakToScreenReaders() {
        assertThat(layout().items()).isNotEmpty();
        for (DiagramItem item : layout().itemsBetween(0, 200)) {
            Node front = skin().viewOf(item).front;
            assertThat(front.getAccessibleText()).as("%s", item).isNotBlank();
        }
        assertThat(skin().viewOf(arrow(0)).front.getAccessibleText())
                .isEqualTo("A > B: SYN SEQ=100");
    }

    @Test
    void onlyWhatIsInViewHasNodes() throws TimeoutException {
        Timeline timeline = Stories.longStory(5_000);
        show(timeline);
        await(() -> layout() != null && layout().timeline().lastIndex() == timeline.lastIndex());
        assertThat(diagram.getTimeline().frames().size()).isGreaterThan(4_900);
        assertThat(layout().items().size()).isGreaterThan(4_900);
        ScrollBar bar = (ScrollBar) diagram.lookup(".scroll-bar");
        for (int i = 0; i <= 20; i++) {
            double part = i / 20.0;
            run(() -> bar.setValue(bar.getMax() * part));
            assertThat(skin().shownItems()).isBetween(2, 80);
            assertThat(countNodes(diagram)).isLessThan(1_500);
        }
    }

    @Test
    void thePlayheadStandsAtTheFrameAndMovesWithTime() {
        Timeline timeline = diagram.getTimeline();
        run(() -> {
            diagram.setFrameIndex(2);
            diagram.setPlayheadNanos(timeline.frame(2).atNanos());
        });
        Line playhead = (Line) diagram.lookup(".playhead");
        double before = playhead.getStartY();
        assertThat(before).isBetween(layout().axis().yOfFrame(2), layout().axis().yOfFrame(2) + 1);
        double middle = (timeline.frame(2).atNanos() + timeline.frame(3).atNanos()) / 2.0;
        run(() -> diagram.setPlayheadNanos(middle));
        assertThat(playhead.getStartY()).isGreaterThan(before);
        assertThat(playhead.getStartY()).isLessThan(layout().axis().yOfFrame(3));
    }

    @Test
    void theFutureIsFaintOrHidden() {
        run(() -> diagram.setFrameIndex(1));
        ItemView<?> ack = skin().viewOf(arrow(2));
        assertThat(ack.front.getPseudoClassStates()).contains(ItemView.FUTURE);
        assertThat(ack.front.isVisible()).isTrue();
        run(() -> diagram.hideFutureProperty().set(true));
        assertThat(ack.front.isVisible()).isFalse();
        run(() -> diagram.setFrameIndex(diagram.getTimeline().lastIndex()));
        assertThat(skin().viewOf(arrow(2)).front.isVisible()).isTrue();
    }

    @Test
    void aSegmentUnderWayHasAMarkOnItsArrow() {
        Timeline timeline = diagram.getTimeline();
        int sent = arrow(0).frameIndex();
        run(() -> {
            diagram.setFrameIndex(sent);
            diagram.setPlayheadNanos(timeline.frame(sent).atNanos() + 5_000_000);
        });
        ArrowView view = (ArrowView) skin().viewOf(arrow(0));
        assertThat(view.rider.isVisible()).isTrue();
        double x = view.rider.getChildren().getFirst().getBoundsInParent().getCenterX();
        assertThat(x).isBetween(arrow(0).x0() + 50, arrow(0).x1() - 50);
        run(() -> diagram.setFrameIndex(sent + 1));
        assertThat(view.rider.isVisible()).isFalse();
    }

    @Test
    void keysZoomAndZeroFits(FxRobot robot) {
        run(diagram::requestFocus);
        robot.type(KeyCode.EQUALS);
        assertThat(diagram.getZoom()).isGreaterThan(1.1);
        robot.type(KeyCode.MINUS).type(KeyCode.MINUS);
        assertThat(diagram.getZoom()).isLessThan(0.9);
        robot.type(KeyCode.DIGIT0);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(layout().heightPx()).isLessThanOrEqualTo(diagram.getHeight());
    }

    @Test
    void theWheelScrollsAndWithControlZooms() {
        show(Stories.longStory(400));
        run(() -> diagram.fireEvent(wheel(-120, false)));
        assertThat(skin().scroller().top()).isEqualTo(120);
        run(() -> diagram.fireEvent(wheel(40, false)));
        assertThat(skin().scroller().top()).isEqualTo(80);
        double zoom = diagram.getZoom();
        run(() -> diagram.fireEvent(wheel(40, true)));
        assertThat(diagram.getZoom()).isGreaterThan(zoom);
        run(() -> diagram.fireEvent(wheel(-40, true)));
        assertThat(diagram.getZoom()).isCloseTo(zoom, within(1e-9));
    }

    private static ScrollEvent wheel(double deltaY, boolean control) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                300,
                200,
                300,
                200,
                false,
                control,
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

    @Test
    void aNewFrameIsBroughtIntoView() throws Exception {
        Timeline timeline = Stories.longStory(400);
        show(timeline);
        int frame = 300;
        run(() -> {
            diagram.setFrameIndex(frame);
            diagram.setPlayheadNanos(timeline.frame(frame).atNanos());
        });
        await(() -> {
            double y = layout().axis().yOfFrame(frame) - skin().scroller().top();
            return y > 0 && y < diagram.getHeight();
        });
    }

    @Test
    void theLanesCanBeAlignedWith() throws Exception {
        assertThat(diagram.laneAXProperty().get()).isEqualTo(layout().lane(Side.A).centerX());
        assertThat(diagram.laneBXProperty().get()).isEqualTo(layout().lane(Side.B).centerX());
        double before = diagram.laneBXProperty().get();
        run(() -> stage.setWidth(600));
        await(() -> diagram.laneBXProperty().get() < before);
    }

    @Test
    void drawnTextFitsTheBoxesMadeForIt() {
        Set<String> seen =
                layout().itemsBetween(0, 400).stream()
                        .filter(item -> item.label() != null)
                        .map(item -> textsFit(item, skin().viewOf(item)))
                        .collect(Collectors.toSet());
        assertThat(seen).hasSizeGreaterThan(5);
    }

    private static String textsFit(DiagramItem item, ItemView<?> view) {
        for (Node child : view.front.getChildren()) {
            if (child instanceof Text text && text.getStyleClass().contains("label-text")) {
                Bounds bounds = text.getBoundsInParent();
                assertThat(text.getFont().getSize())
                        .as(text.getText())
                        .isCloseTo(item.label().fontSizePx(), within(0.1));
                assertThat(bounds.getMaxX())
                        .as(text.getText())
                        .isLessThanOrEqualTo(item.label().box().right() + 1);
            }
        }
        return item.label().text();
    }
}
