package dev.handshakelab.view.statemap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.StateMapLayout;
import dev.handshakelab.diagram.StateMapNode;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stories;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.main.Look;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StateMapTest {
    private final Timeline timeline = Stories.handshake();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final List<Integer> requested = new ArrayList<>();
    private StateMap map;
    private Button before;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    @Start
    void start(Stage stage) {
        Look.loadFonts();
        map = new StateMap();
        map.setMessages(messages);
        map.setTimeline(timeline);
        map.setOnFrameRequested(requested::add);
        before = new Button("before");
        BorderPane root = new BorderPane(map, before, null, null, null);
        root.setStyle("-fx-font-family: 'Noto Sans SC';");
        Scene scene = new Scene(root, 900, 700);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        StateMapTest.class.getResource(
                                                "/dev/handshakelab/view/theme/light.css"))
                                .toExternalForm());
        stage.setScene(scene);
        stage.show();
        before.requestFocus();
    }

    private void goTo(int frame) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> map.setFrameIndex(frame));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private StateMapSkin skin() {
        return (StateMapSkin) map.getSkin();
    }

    private Node node(MapItem item) {
        return Objects.requireNonNull(skin().map().focusNode(item));
    }

    private Node owner() {
        return Objects.requireNonNull(map.getScene().getFocusOwner());
    }

    /** Whether a host's token sits in its seat at the state that the host is in. */
    private boolean isSeated(Side side, TcpState state) {
        StateMapLayout layout = Objects.requireNonNull(map.getMapLayout());
        StateMapNode place = layout.node(state);
        Box seat = side == Side.A ? place.tokenA() : place.tokenB();
        Node token = map.lookup(side == Side.A ? ".token-a" : ".token-b");
        Bounds bounds = token.getBoundsInParent();
        return token.isVisible()
                && Math.abs(bounds.getCenterX() - seat.centerX()) < 1
                && Math.abs(bounds.getCenterY() - seat.centerY()) < 1;
    }

    private void awaitSeated(Side side, TcpState state) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> isSeated(side, state));
    }

    @Test
    void bothTokensFollowTheHandshake() throws Exception {
        boolean moved = false;
        for (int frame = 0; frame <= timeline.lastIndex(); frame++) {
            goTo(frame);
            for (Side side : Side.values()) {
                TcpState state = timeline.frame(frame).host(side).state();
                awaitSeated(side, state);
                moved |= state == TcpState.ESTABLISHED;
                assertThat(node(new MapItem.OfState(state)).getAccessibleText())
                        .containsAnyOf(side.name() + " is here now", "Both hosts are here now");
            }
        }
        assertThat(moved).isTrue();
        goTo(0);
        awaitSeated(Side.A, timeline.frame(0).a().state());
    }

    @Test
    void everythingDrawnSpeaks() {
        List<MapItem> items = skin().map().items();
        assertThat(items).hasSizeGreaterThan(11 + 20);
        for (MapItem item : items) {
            assertThat(node(item).getAccessibleText()).as("%s", item).isNotBlank();
        }
        assertThat(map.getAccessibleText()).isEqualTo("State map");
    }

    @Test
    void tabEntersOnceAndArrowsGoOn(FxRobot robot) {
        goTo(timeline.lastIndex());
        robot.type(KeyCode.TAB);
        assertThat(owner()).isSameAs(node(new MapItem.OfState(TcpState.CLOSED)));
        robot.type(KeyCode.RIGHT);
        assertThat(owner())
                .as("a way that was taken comes first")
                .isIn(
                        node(new MapItem.OfWay(TcpState.CLOSED, TcpState.LISTEN)),
                        node(new MapItem.OfWay(TcpState.CLOSED, TcpState.SYN_SENT)));
        robot.type(KeyCode.RIGHT, KeyCode.LEFT);
        assertThat(owner()).isNotSameAs(node(new MapItem.OfState(TcpState.CLOSED)));
        robot.type(KeyCode.HOME, KeyCode.UP, KeyCode.DOWN);
        assertThat(owner()).isSameAs(node(new MapItem.OfState(TcpState.CLOSED)));
        for (int i = 0; i < skin().map().items().size(); i++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(owner()).as("once round").isSameAs(node(new MapItem.OfState(TcpState.CLOSED)));
        robot.type(KeyCode.TAB);
        assertThat(owner()).as("and out").isInstanceOf(CheckBox.class);
    }

    @Test
    void enterGoesToTheFrameOfAWay(FxRobot robot) {
        goTo(timeline.lastIndex());
        MapItem answer = new MapItem.OfWay(TcpState.LISTEN, TcpState.SYN_RECEIVED);
        robot.interact(() -> node(answer).requestFocus());
        robot.type(KeyCode.ENTER);
        int frame = MapProgressTest.frameOf(timeline, Side.B, TcpState.SYN_RECEIVED);
        assertThat(requested).containsExactly(frame);

        MapItem never = new MapItem.OfWay(TcpState.CLOSING, TcpState.TIME_WAIT);
        robot.interact(() -> node(never).requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(requested).as("nothing to go to").containsExactly(frame);
    }

    @Test
    void omittedWaysCanBeHiddenAndComeBackWhenTaken(FxRobot robot) {
        MapItem reset = new MapItem.OfWay(TcpState.ESTABLISHED, TcpState.CLOSED);
        robot.interact(() -> node(reset).requestFocus());
        robot.interact(() -> map.showOmittedProperty().set(false));
        assertThat(skin().map().focusNode(reset)).isNull();
        assertThat(skin().map().items()).hasSize(11 + 20);
        robot.interact(() -> map.setTimeline(Stories.reset()));
        goTo(Stories.reset().lastIndex());
        assertThat(skin().map().focusNode(reset)).as("it was taken").isNotNull();
    }

    @Test
    void theLanguageChangesAtOnce(FxRobot robot) {
        MapItem end = new MapItem.OfState(TcpState.TIME_WAIT);
        assertThat(node(end).getAccessibleText()).contains("time wait");
        robot.interact(() -> messages.setLocale(Locale.SIMPLIFIED_CHINESE));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(node(end).getAccessibleText()).contains("时间等待");
    }
}
