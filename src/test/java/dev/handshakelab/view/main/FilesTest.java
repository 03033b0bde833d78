package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.view.settings.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Scenario files and the settings file, good and damaged, in the real window. */
class FilesTest extends WindowTest {
    private static final String GOOD =
            """
            scenario: my-own
            title: {en: My own handshake, zh: 我的握手}
            script:
              - B: listen
              - A: connect
            until: 1 s
            """;

    @Start
    void start(Stage primary) {
        open(primary);
    }

    @Override
    protected void prepareFolder() {
        write("settings.properties", "format=1\ntheme=dark\nspeed=very fast\n");
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void openByMenuKey(Path file) {
        picked = file;
        robot.push(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN));
    }

    @Test
    void aGoodFileIsOpenedListedAndRemembered() {
        Path file = write("my.scenario", GOOD);
        openByMenuKey(file);
        waitUntil(() -> session().scenarioProperty().get().id().equals("my-own"));
        assertThat(label("#title")).isEqualTo("My own handshake");
        assertThat(preferences().recentFiles()).containsExactly(file.toAbsolutePath());
        fx(() -> preferences().languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertThat(label("#title")).isEqualTo("我的握手");
    }

    @Test
    void aDamagedFileIsToldWithItsPlaceAndNothingElseChanges() {
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        Path file = write("bad.scenario", GOOD.replace("B: listen", "B: lisen"));
        int before = notices();
        openByMenuKey(file);
        waitUntil(() -> notices() == before + 1);
        assertThat(texts("#notices"))
                .anyMatch(text ->
                        text.contains("bad.scenario, line 4, column ") && text.contains("lisen"));
        assertThat(session().scenarioProperty().get().id()).isEqualTo("S01");
        assertThat(frameIndex()).isEqualTo(2);
        assertThat(session().loadingProperty().get()).isFalse();
        fx(() -> preferences().languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertThat(texts("#notices")).anyMatch(text -> text.contains("第 4 行"));
    }

    @Test
    void whatIsNoScenarioAtAllGetsAMessageToo() throws IOException {
        Path binary = folder.resolve("binary.scenario");
        Files.write(binary, new byte[] {0, (byte) 0xff, (byte) 0xfe, 7});
        int before = notices();
        openByMenuKey(binary);
        waitUntil(() -> notices() == before + 1);
        openByMenuKey(write("empty.scenario", ""));
        waitUntil(() -> texts("#notices").stream().anyMatch(text -> text.contains("empty")));
        openByMenuKey(folder.resolve("gone.scenario"));
        waitUntil(() -> texts("#notices").stream().anyMatch(text -> text.contains("gone")));
        assertThat(session().scenarioProperty().get().id()).isEqualTo("S01");
    }

    @Test
    void damagedSettingsAreToldOnceAndKeptAside() {
        Path aside = folder.resolve("settings.properties.damaged");
        assertThat(aside).content(StandardCharsets.UTF_8).contains("very fast");
        assertThat(preferences().themeProperty().get()).isEqualTo(Theme.LIGHT);
        assertThat(notices()).isEqualTo(1);
        assertThat(texts("#notices")).anyMatch(text -> text.contains(aside.toString()));
        robot.clickOn("Dismiss");
        assertThat(notices()).isZero();
        assertThat(isShown("#notices")).isFalse();
    }

    @Test
    void settingsAreSavedAMomentAfterAChange() {
        fx(() -> preferences().themeProperty().set(Theme.DARK));
        Path file = folder.resolve("settings.properties");
        waitUntil(() -> Files.exists(file) && Files.readString(file).contains("theme=dark"));
    }

    @Test
    void closingTheWindowSavesAtOnce() throws IOException {
        fx(() -> {
            preferences().speedProperty().set(5);
            stage.hide();
        });
        assertThat(Files.readString(folder.resolve("settings.properties"))).contains("speed=5.0");
    }

    private int notices() {
        return (int) texts("#notices").stream().filter("Dismiss"::equals).count();
    }
}
