package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.Target;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.diagram.SequenceDiagram;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Playing the network with mouse and keys, at the beginning, the middle and the end of stories. */
class TouchTest extends WindowTest {
    @Start
    void start(Stage primary) {
        open(primary);
    }

    /** A button that stays down would spoil the next test. */
    @AfterEach
    void letGo() {
        robot.release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
    }

    private SequenceDiagram diagram() {
        return (SequenceDiagram) lookup("#diagram");
    }

    /** A segment of the story: 0 the first, 1 one in the middle, 2 the last. */
    private Flight segment(int place) {
        List<Flight> flights = timeline().flights();
        return flights.get((flights.size() - 1) * place / 2);
    }

    private Target.OfFlight target(Flight flight) {
        return IntStream.rangeClosed(0, timeline().lastIndex())
                .mapToObj(i -> new Target.OfFlight(flight, i))
                .filter(one -> layout().find(one) != null)
                .findFirst()
                .orElseThrow();
    }

    private DiagramLayout layout() {
        return Objects.requireNonNull(diagram().getDiagramLayout());
    }

    private DiagramItem.Arrow arrow(Flight flight) {
        return (DiagramItem.Arrow) Objects.requireNonNull(layout().find(target(flight)));
    }

    /** Walks with the arrow keys until the segment has the focus, and selects it. */
    private void selectByKeys(Flight flight) {
        fx(() -> diagram().requestFocus());
        robot.type(KeyCode.HOME);
        for (int i = 0; i < 60 && !isFocused(flight); i++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(isFocused(flight)).as("%s", flight).isTrue();
        robot.type(KeyCode.ENTER);
    }

    private boolean isFocused(Flight flight) {
        Flight focused = diagram().focusedFlight();
        return focused != null && focused.id() == flight.id();
    }

    private Point2D onScreen(double x, double y) {
        Node content = lookup("#diagram .content");
        return content.localToScreen(x, y);
    }

    private void reveal(Flight flight) {
        fx(() -> diagram().reveal(target(flight).frameIndex()));
        waitUntil(() -> {
            double y = onScreen(0, arrow(flight).y1()).getY();
            Point2D top = diagram().localToScreen(0, 0);
            return y > top.getY() && y < top.getY() + diagram().getHeight() - 40;
        });
    }

    private void openMenu(Flight flight) {
        reveal(flight);
        var box = arrow(flight).label().box();
        robot.clickOn(onScreen(box.centerX(), box.centerY()), MouseButton.SECONDARY);
        waitUntil(() -> isShown("#touch-drop"));
    }

    private void openMenuByKeys(Flight flight) {
        selectByKeys(flight);
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        waitUntil(() -> isShown("#touch-drop"));
    }

    /** Menus within menus open when the mouse comes, and take a while. */
    private void clickItems(String... queries) {
        for (String query : queries) {
            waitUntil(() -> isShown(query));
            robot.clickOn(query);
        }
    }

    private void touched(Timeline before) {
        waitUntil(() -> isOtherThan(before) && !session().isTouching());
    }

    private boolean happens(Predicate<Fact> fact) {
        return timeline().frames().stream().flatMap(frame -> frame.facts().stream()).anyMatch(fact);
    }

    private boolean isLost(long id) {
        return happens(fact -> fact instanceof Fact.Lost(_, _, Flight lost) && lost.id() == id);
    }

    private Flight flight(long id) {
        return timeline().flights().stream().filter(f -> f.id() == id).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void aKeyLosesTheSegmentThatKeysHaveSelected(int place) {
        Flight chosen = segment(place);
        Timeline before = timeline();
        selectByKeys(chosen);
        robot.type(KeyCode.D);
        touched(before);
        assertThat(isLost(chosen.id())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void aKeyDelaysASegmentThatHasArrivedLongAgo(int place) {
        Flight chosen = segment(place);
        Timeline before = timeline();
        selectByKeys(chosen);
        robot.type(KeyCode.L);
        touched(before);
        assertThat(flight(chosen.id()).endsAtNanos()).isGreaterThan(chosen.endsAtNanos());
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void keysDuplicateHoldAndRelease(int place) {
        Flight chosen = segment(place);
        Timeline first = timeline();
        selectByKeys(chosen);
        robot.type(KeyCode.U);
        touched(first);
        assertThat(timeline().flights()).anyMatch(copy -> copy.copyOf() == chosen.id());
        Timeline second = timeline();
        robot.type(KeyCode.H);
        touched(second);
        assertThat(
                        happens(fact ->
                                fact instanceof Fact.Rerouted(_, _, Flight held)
                                        && held.id() == chosen.id()
                                        && held.fate() instanceof Fate.Held))
                .isTrue();
        Timeline third = timeline();
        robot.type(KeyCode.H);
        touched(third);
        assertThat(flight(chosen.id()).fate()).isInstanceOf(Fate.Arrives.class);
    }

    @ParameterizedTest
    @CsvSource({"0, END", "1, END", "2, END", "1, HOME", "0, HOME"})
    void theMenuOfASegmentLosesItFromAnyMoment(int place, KeyCode moment) {
        Flight chosen = segment(place);
        Timeline before = timeline();
        robot.type(moment);
        openMenu(chosen);
        robot.clickOn("#touch-drop");
        touched(before);
        assertThat(isLost(chosen.id())).isTrue();
    }

    @Test
    void theMenuDeliversDelaysAndDoubles() {
        Flight chosen = segment(1);
        Timeline first = timeline();
        openMenu(chosen);
        robot.clickOn("#touch-deliver");
        touched(first);
        assertThat(flight(chosen.id()).endsAtNanos()).isLessThan(chosen.endsAtNanos());
        Timeline second = timeline();
        openMenu(flight(chosen.id()));
        robot.clickOn("#touch-duplicate");
        touched(second);
        assertThat(timeline().flights()).anyMatch(copy -> copy.copyOf() == chosen.id());
        Timeline third = timeline();
        openMenuByKeys(flight(segment(0).id()));
        robot.type(KeyCode.DOWN, 3).type(KeyCode.RIGHT);
        waitUntil(() -> isShown("#touch-delayRTO"));
        robot.type(KeyCode.DOWN, 2).type(KeyCode.ENTER);
        touched(third);
        assertThat(
                        happens(fact ->
                                fact instanceof Fact.Sent sent && sent.flight().isRetransmission()))
                .isTrue();
    }

    @Test
    void theMenuOpensByKeyAndIsUsedByKeys() {
        Flight chosen = segment(0);
        Timeline before = timeline();
        openMenuByKeys(chosen);
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        touched(before);
        assertThat(isLost(chosen.id())).isTrue();
    }

    @Test
    void aTimeCanBeTypedForTheArrival() {
        Flight chosen = segment(0);
        Timeline before = timeline();
        openMenuByKeys(chosen);
        robot.type(KeyCode.DOWN, 3).type(KeyCode.RIGHT);
        waitUntil(() -> isShown("#touch-delayChosen"));
        robot.type(KeyCode.UP, KeyCode.ENTER);
        waitUntil(() -> isShown("#delayMillis"));
        fx(() -> ((javafx.scene.control.TextField) lookup("#delayMillis")).setText("x"));
        assertThat(lookup("#delayOk").isDisabled()).isTrue();
        fx(() -> ((javafx.scene.control.TextField) lookup("#delayMillis")).setText("123"));
        robot.clickOn("#delayOk");
        touched(before);
        assertThat(flight(chosen.id()).endsAtNanos()).isEqualTo(123_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anArrowheadIsDraggedToALaterTime(int place) {
        Flight chosen = segment(place);
        Timeline before = timeline();
        reveal(chosen);
        drag(chosen, 0, 60);
        touched(before);
        assertThat(flight(chosen.id()).endsAtNanos()).isGreaterThan(chosen.endsAtNanos());
    }

    @Test
    void anArrowheadIsDraggedToAnEarlierTime() {
        Flight chosen = segment(2);
        Timeline before = timeline();
        robot.type(KeyCode.END);
        reveal(chosen);
        drag(chosen, 0, -12);
        touched(before);
        assertThat(flight(chosen.id()).endsAtNanos()).isLessThan(chosen.endsAtNanos());
    }

    @Test
    void anArrowheadThatIsDraggedAsideLosesTheSegment() {
        Flight chosen = segment(0);
        Timeline before = timeline();
        reveal(chosen);
        drag(chosen, chosen.from() == Side.A ? -150 : 150, 10);
        touched(before);
        assertThat(isLost(chosen.id())).isTrue();
    }

    @Test
    void escapeGivesADragUp() {
        Flight chosen = segment(0);
        Timeline before = timeline();
        reveal(chosen);
        hoverHead(chosen);
        robot.press(MouseButton.PRIMARY).moveBy(0, 15).moveBy(0, 15);
        waitUntil(() -> isShown(".drag-label"));
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        waitUntil(() -> !isShown(".drag-label"));
        assertThat(timeline()).isSameAs(before);
    }

    private void drag(Flight flight, double byX, double byY) {
        hoverHead(flight);
        robot.press(MouseButton.PRIMARY).moveBy(byX / 2, byY / 2).moveBy(byX / 2, byY / 2);
        waitUntil(() -> isShown("#diagram .drag-label"));
        robot.release(MouseButton.PRIMARY);
    }

    /** The picture may still be gliding, and a mouse that does not move says nothing. */
    private void hoverHead(Flight flight) {
        waitUntil(() -> {
            Point2D head = onScreen(arrow(flight).x1(), arrow(flight).y1());
            robot.moveTo(head.subtract(0, 90)).moveTo(head);
            WaitForAsyncUtils.waitForFxEvents();
            return head.equals(onScreen(arrow(flight).x1(), arrow(flight).y1()))
                    && isShown("#diagram .grip");
        });
    }

    @Test
    void aFaultIsPlannedForTheFuture() {
        Timeline before = timeline();
        robot.clickOn("#callsA");
        waitUntil(() -> isShown("#touch-faultA"));
        clickItems("#touch-faultA", "#touch-faultASYN", "#touch-faultASYNLOSE");
        touched(before);
        assertThat(timeline().flights().getFirst().isLost()).isTrue();
    }

    @Test
    void hostsAreCalledByTheirButtonAndSayWhatTcpWouldAnswer() {
        robot.type(KeyCode.END);
        Timeline before = timeline();
        robot.clickOn("#callsA");
        waitUntil(() -> isShown("#touch-closeA"));
        robot.clickOn("#touch-closeA");
        touched(before);
        assertThat(badge(Side.A)).isEqualTo(TcpState.FIN_WAIT_1.rfcName());
        Timeline closing = timeline();
        robot.clickOn("#callsA");
        clickItems("#touch-listenA");
        touched(closing);
        assertThat(timeline().frame(frameIndex()).facts())
                .anyMatch(fact ->
                        fact instanceof Fact.Told(_, _, Signal.Answered(Signal.Reply reply))
                                && reply == Signal.Reply.CONNECTION_ALREADY_EXISTS);
    }

    @Test
    void aHostIsCalledByKeysAlone() {
        robot.type(KeyCode.END);
        Timeline before = timeline();
        fx(() -> lookup("#callsB").requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> isShown("#touch-abortB"));
        robot.type(KeyCode.DOWN, 6).type(KeyCode.ENTER);
        touched(before);
        assertThat(happens(Fact.Called.class::isInstance)).isTrue();
    }
}
