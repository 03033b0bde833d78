package dev.handshakelab.view.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.NativeLibs;
import dev.handshakelab.testing.Stages;
import dev.handshakelab.view.rules.RulesPage;
import dev.handshakelab.view.terms.GlossaryViewModel.Entry;
import dev.handshakelab.view.text.Messages;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.scene.Node;
import javafx.scene.Parent;
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

    @ParameterizedTest
    @CsvSource({"320, 14, en", "320, 28, en", "320, 28, zh", "1000, 14, zh"})
    void everythingFitsIntoItsWidth(double width, int fontPx, String language, FxRobot robot) {
        robot.interact(() -> {
            messages.setLocale(Locale.of(language));
            root.setStyle("-fx-font-size: " + fontPx + "px;");
            root.getScene().getWindow().setWidth(width);
        });
        WaitForAsyncUtils.waitForFxEvents();
        double right = root.localToScene(root.getLayoutBounds()).getMaxX();
        assertThat(root.lookupAll(".term"))
                .hasSizeGreaterThan(40)
                .allMatch(row -> row.localToScene(row.getLayoutBounds()).getMaxX() <= right)
                .allMatch(row -> row.lookup(".term-text").getLayoutBounds().getWidth() > 100);
    }

    private static String lastText(Node term) {
        return term.lookupAll(".term-other").stream()
                .map(node -> ((Text) node).getText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private String[] names() {
        return new String[] {
            ((Text) root.lookup(".term-name")).getText(), lastText(root.lookup(".term"))
        };
    }
}
