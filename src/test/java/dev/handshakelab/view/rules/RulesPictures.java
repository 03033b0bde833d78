package dev.handshakelab.view.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.scenario.RuleChoice;
import dev.handshakelab.scenario.RuleChoice.Value;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.testing.Png;
import dev.handshakelab.testing.ProjectFiles;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.view.terms.GlossaryViewModel;
import dev.handshakelab.view.terms.StateNames;
import dev.handshakelab.view.terms.Terms;
import dev.handshakelab.view.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws the page about the rules and the glossary into target/pictures, for people to look at. Not
 * part of the usual run: its name does not end in Test.
 */
@ExtendWith(ApplicationExtension.class)
class RulesPictures {
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @CsvSource({
        "rules, 420, light, en, 0",
        "rules, 420, dark, zh, 0.3",
        "rules, 1000, light, zh, 0",
        "rules, 1000, dark, en, 1",
        "terms, 420, light, en, 0",
        "terms, 1000, dark, zh, 0",
        "states, 1000, light, en, 0",
        "states, 1000, dark, zh, 0",
    })
    void draw(String page, int width, String theme, String language, double scrolled, FxRobot robot)
            throws IOException {
        var messages = new Messages(Locale.of(language));
        robot.interact(() ->
                Stages.show(stage, RulesPage.scene(page(page, messages), theme, width, 1000)));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            if (stage.getScene().getRoot().lookup(".scroll-pane") instanceof ScrollPane scroll) {
                scroll.setVvalue(scrolled);
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = stage.getScene().snapshot(null));
        Path file =
                ProjectFiles.ROOT.resolve(
                        "target/pictures/%s-%d-%s-%s.png".formatted(page, width, theme, language));
        Png.write(image[0], file);
        assertThat(Files.size(file)).isGreaterThan(10_000);
    }

    private static Parent page(String page, Messages messages) {
        return switch (page) {
            case "rules" -> {
                var model = new RulesViewModel(messages, _ -> {});
                model.scenarioProperty().set(ScenarioLibrary.bundled().find("S02c").orElseThrow());
                model.choose(RuleChoice.LITERAL_STEP_1, Value.ON);
                yield RulesPage.rules(model, messages);
            }
            case "terms" -> RulesPage.glossary(new GlossaryViewModel(messages), messages);
            default -> {
                var all = new FlowPane(20, 20);
                var terms = new Terms(messages);
                for (TcpState state : TcpState.values()) {
                    all.getChildren().add(terms.content(StateNames.of(state, messages)));
                }
                yield all;
            }
        };
    }
}
