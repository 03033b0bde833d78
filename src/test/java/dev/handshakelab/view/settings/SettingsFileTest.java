package dev.handshakelab.view.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.view.settings.Settings.Look;
import dev.handshakelab.view.settings.Settings.Window;
import dev.handshakelab.view.settings.SettingsFile.Loaded;
import dev.handshakelab.view.settings.SettingsFile.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static final Settings UNUSUAL =
            new Settings(
                    "zh",
                    Theme.DARK,
                    140,
                    2.5,
                    new Look(true, true, true, false, false, true, false),
                    new Window(1000.5, 700, true, 0.25, 0.8),
                    List.of(Path.of("a b", "c=d.scenario"), Path.of("三次握手.yaml")));

    @TempDir private Path folder;
    private SettingsFile file;

    @BeforeEach
    void file() {
        file = new SettingsFile(folder.resolve("new").resolve("deep"));
    }

    @Test
    void noFileMeansDefaults() {
        assertThat(file.load()).isEqualTo(new Loaded(Settings.DEFAULT, null));
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        file.save(UNUSUAL);
        assertThat(file.load()).isEqualTo(new Loaded(UNUSUAL, null));
        file.save(Settings.DEFAULT);
        assertThat(file.load()).isEqualTo(new Loaded(Settings.DEFAULT, null));
    }

    @Test
    void savingLeavesNoOtherFile() throws IOException {
        file.save(UNUSUAL);
        file.save(Settings.DEFAULT);
        try (Stream<Path> all = Files.list(file.path().getParent())) {
            assertThat(all).containsExactly(file.path());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "format=2\n",
                "format=1\ntheme=PINK\n",
                "format=1\ntextPercent=69\n",
                "format=1\nspeed=NaN\n",
                "format=1\nspeed=fast\n",
                "format=1\nlanguage=tlh\n",
                "format=1\nshowOptions=maybe\n",
                "format=1\nleftDivider=2\n",
                "format=1\nrecent.0=a\0b\n",
                "format=1\nthe\n"
            })
    void aDamagedFileIsKeptAsideAndDefaultsHold(String text) throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), text);
        Loaded loaded = file.load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        Problem problem = loaded.problem();
        assertThat(problem).isNotNull();
        assertThat(problem.keptAs()).hasContent(text);
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void octetsThatAreNoTextAreDamageToo() throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.write(file.path(), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThat(file.load().problem()).isNotNull();
    }

    @Test
    void aFolderInItsPlaceIsAProblemAndNoCrash() throws IOException {
        Files.createDirectories(file.path().resolve("x"));
        Loaded loaded = file.load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.problem()).isNotNull();
    }

    @Test
    void keysOfANewerVersionAreNoDamage() throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), "format=1\nfromTheFuture=7\ntheme=dark\n");
        assertThat(file.load().settings().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void thePropertyNamesTheFolder() {
        var properties = new Properties();
        properties.setProperty(ConfigFolder.PROPERTY, "there");
        assertThat(ConfigFolder.of(Map.of(), properties)).isEqualTo(Path.of("there"));
    }

    @Test
    void eachSystemHasItsFolder() {
        var properties = new Properties();
        properties.setProperty("user.home", "me");
        properties.setProperty("os.name", "Linux");
        assertThat(ConfigFolder.of(Map.of(), properties))
                .isEqualTo(Path.of("me", ".config", "handshake-lab"));
        assertThat(ConfigFolder.of(Map.of("XDG_CONFIG_HOME", "xdg"), properties))
                .isEqualTo(Path.of("xdg", "handshake-lab"));
        properties.setProperty("os.name", "Windows 11");
        assertThat(ConfigFolder.of(Map.of("APPDATA", "roaming"), properties))
                .isEqualTo(Path.of("roaming", "handshake-lab"));
        properties.setProperty("os.name", "Mac OS X");
        assertThat(ConfigFolder.of(Map.of(), properties))
                .isEqualTo(Path.of("me", "Library", "Application Support", "handshake-lab"));
    }

    @Test
    void aLanguageThatWasNeverChosenIsNotKept() {
        var preferences = new Preferences(Settings.DEFAULT, Locale.TRADITIONAL_CHINESE);
        assertThat(preferences.languageProperty().get()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(preferences.settings().language()).isNull();
        preferences.languageProperty().set(Locale.ENGLISH);
        assertThat(preferences.settings().language()).isEqualTo("en");
    }

    @Test
    void textStaysWithinItsLimits() {
        var preferences = new Preferences(Settings.DEFAULT, Locale.ENGLISH);
        preferences.growText(1000);
        assertThat(preferences.textPercentProperty().get()).isEqualTo(Settings.MAX_TEXT_PERCENT);
        preferences.growText(-1000);
        assertThat(preferences.textPercentProperty().get()).isEqualTo(Settings.MIN_TEXT_PERCENT);
    }

    @Test
    void recentFilesAreNewestFirstAndFew() {
        var preferences = new Preferences(UNUSUAL, Locale.ENGLISH);
        for (int i = 0; i < 20; i++) {
            preferences.remember(Path.of("file" + i));
        }
        preferences.remember(Path.of("file15"));
        assertThat(preferences.recentFiles())
                .hasSize(Settings.MAX_RECENT)
                .startsWith(Path.of("file15"), Path.of("file19"), Path.of("file18"))
                .doesNotHaveDuplicates();
    }
}
