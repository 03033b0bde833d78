package dev.handshakelab.view.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.OptionsOverlay;
import dev.handshakelab.scenario.OptionsOverlay.Base;
import dev.handshakelab.scenario.RuleChoice;
import dev.handshakelab.scenario.RuleChoice.Value;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
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
class RulesPageTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final List<OptionsOverlay> flips = new ArrayList<>();
    private final RulesViewModel model = new RulesViewModel(messages, flips::add);
    private Parent root;
    private Stage stage;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        model.scenarioProperty().set(ScenarioLibrary.bundled().find("S05a").orElseThrow());
        root = RulesPage.rules(model, messages);
        Stages.show(stage, RulesPage.scene(root, "light", 420, 800));
    }

    @Test
    void everyDecisionHasACard() {
        assertThat(root.lookupAll(".decision"))
                .hasSize(Decision.values().length)
                .allMatch(card -> !card.lookupAll(".decision-choice").isEmpty());
    }

    @Test
    void aClickFlipsTheRuleAndMarksTheCard(FxRobot robot) {
        robot.clickOn(button(Decision.D1, "on"));

        assertThat(flips)
                .containsExactly(OptionsOverlay.NONE.with(RuleChoice.LITERAL_STEP_1, Value.ON));
        assertThat(isChanged(Decision.D1)).isTrue();
        assertThat(isChanged(Decision.D3)).isFalse();
        assertThat(text(card(Decision.D1), ".decision-note")).contains("off");
        assertThat(text(root, ".rules-summary")).contains("One rule");

        robot.clickOn(button(Decision.D1, "off"));
        assertThat(isChanged(Decision.D1)).isFalse();
        assertThat(flips).hasSize(2);
    }

    @Test
    void aSecondClickOnTheSameValueDoesNotSwitchItOff(FxRobot robot) {
        robot.clickOn(button(Decision.D1, "off"));
        assertThat(button(Decision.D1, "off").isSelected()).isTrue();
        assertThat(flips).isEmpty();
    }

    @Test
    void theKeyboardFlipsToo(FxRobot robot) {
        robot.interact(() -> button(Decision.D1, "on").requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(flips).hasSize(1);
        assertThat(button(Decision.D1, "on").isFocused()).as("focus stays").isTrue();
    }

    @Test
    void aPresetMarksWhatItChangesAndIsTakenBack(FxRobot robot) {
        robot.clickOn("#linuxRules");
        assertThat(model.preset()).contains(Base.LINUX_LIKE);
        assertThat(isChanged(Decision.D10)).isTrue();
        assertThat(isChanged(Decision.D1)).isFalse();

        robot.clickOn("#ownRules");
        assertThat(model.changed()).isEmpty();
        robot.clickOn("#ownRules");
        assertThat(((ToggleButton) root.lookup("#ownRules")).isSelected()).isTrue();
    }

    @Test
    void takingOneBackNeedsOneClick(FxRobot robot) {
        robot.clickOn(button(Decision.D1, "on"));
        robot.clickOn("Take back");
        assertThat(model.overlayProperty().get()).isEqualTo(OptionsOverlay.NONE);
    }

    @Test
    void theSearchNarrowsTheListAndSaysWhenNothingFits(FxRobot robot) {
        robot.clickOn("#search").write("nagle");
        assertThat(root.lookupAll(".decision"))
                .extracting(card -> ((DecisionCard) card).decision())
                .containsExactly(Decision.O4);
        robot.write("xyz");
        assertThat(root.lookup("#nothing").isVisible()).isTrue();
        robot.clickOn("#clear");
        assertThat(root.lookupAll(".decision")).hasSize(Decision.values().length);
    }

    @Test
    void textsFollowTheLanguage(FxRobot robot) {
        robot.interact(() -> messages.setLocale(Locale.SIMPLIFIED_CHINESE));
        assertThat(text(card(Decision.D1), ".decision-title")).isEqualTo("同时打开与序号检查");
        assertThat(button(Decision.D1, "开").getAccessibleText()).contains("第 1 步");
    }

    @ParameterizedTest
    @CsvSource({"320, 14, en", "420, 21, en", "420, 28, zh", "1000, 14, en"})
    void everythingFitsIntoItsWidth(double width, int fontPx, String language, FxRobot robot) {
        robot.interact(() -> {
            messages.setLocale(Locale.of(language));
            model.usePreset(Base.LINUX_LIKE);
            root.setStyle("-fx-font-size: " + fontPx + "px;");
            stage.setWidth(width);
        });
        WaitForAsyncUtils.waitForFxEvents();

        ScrollPane scroll = (ScrollPane) root.lookup(".rules-scroll");
        double right = scroll.localToScene(scroll.getBoundsInLocal()).getMaxX() + 1;
        Set<Node> parts = new HashSet<>(root.lookupAll(".label"));
        parts.addAll(root.lookupAll(".toggle-button"));
        assertThat(parts).hasSizeGreaterThan(100);
        for (Node part : parts) {
            assertThat(part.localToScene(part.getLayoutBounds()).getMaxX())
                    .as("%s", part)
                    .isLessThanOrEqualTo(right);
        }
    }

    private DecisionCard card(Decision decision) {
        return root.lookupAll(".decision").stream()
                .map(DecisionCard.class::cast)
                .filter(card -> card.decision() == decision)
                .findFirst()
                .orElseThrow();
    }

    private ToggleButton button(Decision decision, String text) {
        return card(decision).lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private boolean isChanged(Decision decision) {
        return card(decision)
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("changed"));
    }

    private static String text(Parent in, String selector) {
        return ((Label) in.lookup(selector)).getText();
    }
}
