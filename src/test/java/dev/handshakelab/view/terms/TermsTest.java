package dev.handshakelab.view.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.view.rules.RulesPage;
import dev.handshakelab.view.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TermsTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final ObjectProperty<TcpState> state =
            new SimpleObjectProperty<>(TcpState.SYN_RECEIVED);
    private final Button first = new Button("first");
    private final Button named = new Button("SYN-RECEIVED");

    @BeforeAll
    static void startJavaFx() throws TimeoutException {
        NativeLibs.check();
        // The fields hold controls.
        FxToolkit.registerPrimaryStage();
    }

    @Start
    void start(Stage stage) {
        new Terms(messages).explain(named, state);
        Stages.show(stage, RulesPage.scene(new VBox(80, first, named), "light", 500, 400));
    }

    @Test
    void allNamesOfAStateStandTogether() {
        StateNames names = StateNames.of(TcpState.SYN_RECEIVED, messages);
        assertThat(names.chinese()).isEqualTo("同步收到");
        assertThat(names.socket()).isEqualTo("SYN_RECV");
        assertThat(names.english()).isEqualTo("SYN received");
        assertThat(names.waitsFor()).isEqualTo("the ACK of our SYN");
        for (TcpState each : TcpState.values()) {
            assertThat(StateNames.of(each, new Messages(Locale.SIMPLIFIED_CHINESE)).chinese())
                    .containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void theMouseShowsThem(FxRobot robot) throws TimeoutException {
        robot.moveTo(named);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !tips().isEmpty());
        assertThat(texts()).contains("SYN-RECEIVED", "同步收到", "SYN_RECV");
    }

    @Test
    void theyAreAsHighAsTheirTextsAlsoIfNobodySaysHowWide(FxRobot robot) {
        for (TcpState each : TcpState.values()) {
            robot.interact(() -> {
                var content = (Region) new Terms(messages).content(StateNames.of(each, messages));
                RulesPage.scene(new VBox(content), "light", 900, 400);
                content.applyCss();
                assertThat(content.prefHeight(-1))
                        .isGreaterThan(60)
                        .isEqualTo(content.prefHeight(content.prefWidth(-1)));
            });
        }
    }

    @Test
    void theKeyboardsFocusShowsThemAndLeavingHidesThem(FxRobot robot) {
        robot.interact(first::requestFocus);
        robot.type(KeyCode.TAB);
        assertThat(named.isFocusVisible()).isTrue();
        assertThat(texts()).contains("SYN-RECEIVED", "同步收到", "SYN_RECV", "the ACK of our SYN");
        robot.interact(first::requestFocus);
        assertThat(tips()).isEmpty();
    }

    @Test
    void theyFollowTheStateAndTheLanguage(FxRobot robot) {
        assertThat(named.getAccessibleHelp()).contains("SYN_RECV", "同步收到");
        robot.interact(() -> state.set(TcpState.LAST_ACK));
        assertThat(named.getAccessibleHelp()).contains("LAST_ACK").doesNotContain("SYN_RECV");
        robot.interact(() -> messages.setLocale(Locale.SIMPLIFIED_CHINESE));
        assertThat(named.getAccessibleHelp()).contains("套接字工具");
        robot.interact(() -> state.set(null));
        assertThat(named.getAccessibleHelp()).isNull();
    }

    private static List<Tooltip> tips() {
        return Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .filter(Window::isShowing)
                .toList();
    }

    private static List<String> texts() {
        return tips().stream()
                .map(Tooltip::getGraphic)
                .flatMap(content -> content.lookupAll(".label").stream())
                .map(label -> ((Label) label).getText())
                .toList();
    }
}
