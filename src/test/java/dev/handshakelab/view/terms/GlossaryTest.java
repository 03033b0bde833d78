package dev.handshakelab.view.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.view.rules.RulesPage;
import dev.handshakelab.view.terms.GlossaryViewModel.Entry;
import dev.handshakelab.view.text.Messages;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class GlossaryTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final GlossaryViewModel model = new GlossaryViewModel(messages);
    private Parent root;

    @BeforeAll
    static void libraries() {
        NativeLibs.check();
    }

    @Start
    void start(Stage stage) {
        root = RulesPage.glossary(model, messages);
        Stages.show(stage, RulesPage.scene(root, "light", 420, 700));
    }

    @Test
    void everyTermOfTheBundlesIsShown() {
        assertThat(ResourceBundle.getBundle("dev.handshakelab.i18n.messages", Locale.ROOT).keySet())
                .filteredOn(key -> key.startsWith("term.") && key.endsWith(".name"))
                .hasSizeGreaterThanOrEqualTo(40)
                .containsExactlyInAnyOrderElementsOf(
                        GlossaryViewModel.IDS.stream().map(id -> "term." + id + ".name").toList());
        assertThat(root.lookupAll(".term")).hasSize(GlossaryViewModel.IDS.size());
        assertThat(model.shown())
                .allMatch(entry -> !entry.text().isBlank() && !entry.otherName().isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "半关闭, HALFCLOSE",
        "assassin, TWA",
        "karn’s, KARN",
        "SND.UNA oldest, SND.UNA",
        "backlog, BACKLOG",
    })
    void theSearchFindsTermsInBothLanguages(String words, String id, FxRobot robot) {
        robot.interact(() -> model.searchProperty().set(words.replace('’', '\'')));
        assertThat(model.shown()).extracting(Entry::id).containsExactly(id);
        assertThat(root.lookupAll(".term")).hasSize(1);
    }

    @Test
    void bothNamesAreShownAndChangePlacesWithTheLanguage(FxRobot robot) {
        robot.interact(() -> model.searchProperty().set("half-open"));
        assertThat(names()).containsExactly("half-open", "半打开");
        robot.interact(() -> messages.setLocale(Locale.SIMPLIFIED_CHINESE));
        assertThat(names()).containsExactly("半打开", "half-open");
    }

    @Test
    void whatIsNotThereIsSaid(FxRobot robot) {
        assertThat(root.lookup("#nothing").isVisible()).isFalse();
        robot.clickOn("#search").write("no such term");
        assertThat(root.lookup("#nothing").isVisible()).isTrue();
        robot.clickOn("#clear");
        assertThat(root.lookupAll(".term")).hasSize(GlossaryViewModel.IDS.size());
    }

    private String[] names() {
        return new String[] {
            ((Label) root.lookup(".term-name")).getText(),
            ((Label) root.lookup(".term-other")).getText()
        };
    }
}
